package io.github.hyojo.ui.explorer;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.awt.Window;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

import org.assertj.swing.fixture.FrameFixture;
import org.junit.Rule;
import org.junit.Test;
import org.junit.experimental.categories.Category;
import org.junit.rules.TemporaryFolder;

import ij.ImagePlus;
import ij.WindowManager;
import io.github.hyojo.Progress;
import io.github.hyojo.TinyModel;
import io.github.hyojo.WindowTest;
import io.github.hyojo.data.Crop;
import io.github.hyojo.data.FaceCut;
import io.github.hyojo.data.FaceDatasetFolder;
import io.github.hyojo.exploration.Exploration;
import io.github.hyojo.exploration.ExploredFaces;
import io.github.hyojo.exploration.ExpressionSpace;
import io.github.hyojo.file.NewFolder;
import io.github.hyojo.imagej.DatasetImage;
import io.github.hyojo.imagej.FacesToExplore;
import io.github.hyojo.imagej.RunMacro;
import io.github.hyojo.model.ExpressionModel;
import io.github.hyojo.op.Encode;

/** What happens to an explorer when things go away, and that it goes away itself. */
@Category(WindowTest.class)
public class ExplorerLifeTest extends OpenExplorer {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	/** The model is busy while the image is closed, which empties it. */
	@Test
	public void anImageThatIsClosedMeanwhile() throws Exception {
		ImagePlus image = DatasetImage.of(TinyModel.FACES, "people");
		image.show();
		CountDownLatch busy = new CountDownLatch(1);
		window.model().ask((model, progress) -> {
			try {
				busy.await();
			}
			catch (InterruptedException e) {
				throw new IllegalStateException(e);
			}
			return null;
		});
		takeFrom("people, slice 1");
		image.changes = false;
		image.close();
		busy.countDown();
		await(() -> status().contains("\"people\" was closed"));
		assertEquals("B 0 0", exploration.person().label());
	}

	@Test
	public void aModelThatIsDeletedMeanwhile() throws Exception {
		close();
		Path copy = folder.getRoot().toPath().resolve("model");
		copy(TinyModel.folder(), copy);
		open(ExpressionModel.open(copy, TinyModel.ENGINE, Progress.SILENT));
		NewFolder.delete(copy);
		// AWT would keep back the event of a window that is active already
		edt(() -> run(() -> Arrays.stream(window.getWindowListeners()).forEach(listener -> listener.windowActivated(
			new WindowEvent(window, WindowEvent.WINDOW_ACTIVATED)))));
		await(() -> status().equals("The model " + copy
			+ " is no longer there. This window goes on with what it has in memory."));
		drag(place(exploration.space().center()), place(exploration.space().position(11)));
		awaitFace(here());
	}

	/** The model stays open for the window when the command has ended. */
	@Test
	public void theCommandOpensTheWindow() throws Exception {
		close();
		Path dataset = folder.getRoot().toPath().resolve("dataset");
		FaceDatasetFolder.write(TinyModel.FACES, dataset, Progress.SILENT);
		assertEquals(Optional.empty(), RunMacro.run("run('Explore Expression Space...', 'model=[" + TinyModel.folder()
			+ "] dataset=[" + dataset + "] face=9 color=subject');", ""));
		assertEquals(0, WindowManager.getImageCount());
		window = (ExplorerWindow) Arrays.stream(Window.getWindows()).filter(open -> open.isDisplayable()
			&& open instanceof ExplorerWindow).findAny().orElseThrow();
		use = new FrameFixture(window);
		use.requireVisible();
		await(() -> window.shown().isPresent());
		int[] before = shown();
		use.slider("component 1").slideToMaximum();
		await(() -> !Arrays.equals(before, shown()));
	}

	/** The one that is open at first stays, so that what Swing keeps of the last window is none of the twenty. */
	@Test
	public void openedAndClosedTwentyTimesNothingIsLeft() throws Exception {
		List<WeakReference<?>> references = new ArrayList<>();
		long threads = threads();
		for (int i = 0; i < 20; i++) openAndClose(references);
		use.button("mean").click();
		await(() -> threads() == threads);
		await(() -> {
			System.gc();
			return references.stream().filter(reference -> reference.get() != null).count() == 0;
		});
	}

	private void openAndClose(List<WeakReference<?>> references) throws Exception {
		ExpressionModel model = TinyModel.open();
		ExploredFaces faces = FacesToExplore.of(TinyModel.FACES);
		ExpressionSpace space = new ExpressionSpace(Encode.encode(model, faces.images(), Progress.SILENT));
		Exploration other = new Exploration(faces, space, new Exploration(faces, space, null).person(0));
		ExplorerWindow opened = ExplorerWindow.open(other, model, FaceCut.cropped(Crop.WHOLE, model.size()), "subject");
		await(opened::isShowing);
		references.add(new WeakReference<>(opened));
		references.add(new WeakReference<>(model));
		references.add(new WeakReference<>(space));
		edt(() -> run(opened::dispose));
		assertTrue(opened.model().awaitClosed(10));
		assertFalse(Arrays.asList(Window.getWindows()).stream().anyMatch(w -> w == opened && w.isDisplayable()));
	}

	private static long threads() {
		return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals("Hyojo explorer"))
			.count();
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : files.toList()) Files.copy(file, to.resolve(from.relativize(file)));
		}
	}
}
