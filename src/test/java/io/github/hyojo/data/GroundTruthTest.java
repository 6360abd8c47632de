package io.github.hyojo.data;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import io.github.hyojo.HyojoException;

public class GroundTruthTest {

	@Rule
	public TemporaryFolder folder = new TemporaryFolder();

	private Path table(String text) throws IOException {
		return Files.writeString(folder.newFile().toPath(), text);
	}

	@Test
	public void columnsOfNumbersCount() throws IOException {
		GroundTruth truth = GroundTruth.read(table("""
			jaw,path,subject,expression,smile,gap
			0.5,a/1.png,7,happy,-1e-3,1
			1,a/2.png,8,sad,2,
			"""));
		assertEquals(List.of("jaw", "smile"), truth.columns());
		assertArrayEquals(new double[] { 1, 2 }, truth.values().get("a/2.png"), 0);
		assertEquals(List.of("x"), GroundTruth.read(table("file,x\na,1\n")).columns());
	}

	@Test
	public void whatIsNoGroundTruth() throws IOException {
		refused("no column path or file", table("name,x\na,1\n"));
		refused("no column of numbers", table("path,x\na,big\n"));
		refused("no rows", table("path,x\n"));
		refused("missing", folder.getRoot().toPath().resolve("nothing.csv"));
	}

	private static void refused(String words, Path table) {
		String sentence = assertThrows(HyojoException.class, () -> GroundTruth.read(table)).getMessage();
		assertTrue(sentence, sentence.contains(words));
	}
}
