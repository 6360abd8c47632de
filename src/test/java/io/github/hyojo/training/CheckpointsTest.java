package io.github.hyojo.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import io.github.hyojo.Progress;
import io.github.hyojo.TinyModel;
import io.github.hyojo.engine.SavedModel;
import io.github.hyojo.training.Checkpoints.Checkpoint;

public class CheckpointsTest {

	@Rule
	public final TemporaryFolder temp = new TemporaryFolder();

	@Test
	public void theNewestTwoAndTheBestOfTheStageAreKept() throws Exception {
		Path graph = new Checkpoints(TinyModel.training().resolve("checkpoints"), 2).newest().orElseThrow().folder();
		Path folder = temp.newFolder().toPath();
		Checkpoints checkpoints = new Checkpoints(folder, 2);
		try (SavedModel model = SavedModel.load(graph, TinyModel.ENGINE, Progress.SILENT)) {
			checkpoints.save(model, graph, new TrainingState(2, 0, 10, Map.of()), 1, 5.0);
			checkpoints.save(model, graph, new TrainingState(3, 0, 20, Map.of()), 1, 3.0);
			checkpoints.save(model, graph, new TrainingState(4, 0, 30, Map.of()), 1, 4.0);
			assertEquals(names("3-0", "4-0"), content(folder));
			checkpoints.save(model, graph, new TrainingState(5, 0, 40, Map.of()), 1, 6.0);
			assertEquals(names("3-0", "4-0", "5-0"), content(folder));
			// stopped amid an epoch: its loss is not known, but it is the newest
			TrainingState amid = new TrainingState(5, 7, 47, Map.of("loss", 1 / 3.0));
			checkpoints.save(model, graph, amid, 1, null);
			assertEquals(names("3-0", "5-0", "5-7"), content(folder));
			assertEquals(amid, checkpoints.newest().orElseThrow().state());
			// the losses of the next stage are others, so that its first epoch is its best
			checkpoints.save(model, graph, new TrainingState(6, 0, 50, Map.of()), 2, 9.0);
			assertEquals(names("5-7", "6-0"), content(folder));
			Checkpoint newest = checkpoints.newest().orElseThrow();
			assertTrue(Files.exists(newest.folder().resolve("saved_model.pb")));
			assertTrue(Files.exists(newest.folder().resolve("variables/variables.index")));
		}
	}

	private static List<String> names(String... epochsAndSteps) {
		return Arrays.stream(epochsAndSteps).map(name -> "epoch-0000" + name.replace("-", "-step-0000")).toList();
	}

	private static List<String> content(Path folder) {
		return Arrays.stream(folder.toFile().list()).sorted().toList();
	}
}
