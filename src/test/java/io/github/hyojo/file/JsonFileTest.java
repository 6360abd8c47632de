package io.github.hyojo.file;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import io.github.hyojo.HyojoException;

public class JsonFileTest {

	@Rule
	public TemporaryFolder temp = new TemporaryFolder();

	private Path file;

	private record Inner(int positive) {

		Inner {
			if (positive < 1) throw new HyojoException(positive + " is not positive");
		}
	}

	private record Outer(String name, Inner inner) {}

	@Before
	public void chooseFile() {
		file = temp.getRoot().toPath().resolve("a.json");
	}

	@Test
	public void readsWhatItWrote() throws IOException {
		for (Outer outer : List.of(new Outer("花子 <&>", new Inner(2)), new Outer("b", null))) {
			JsonFile.write(file, outer);
			assertEquals(outer, JsonFile.read(file, Outer.class));
			assertArrayEquals(new String[] { "a.json" }, temp.getRoot().list());
		}
	}

	@Test
	public void saysWhatIsWrongAndWhatToDo() throws IOException {
		assertFails(file + " is missing: choose a folder that Hyojo has written.");
		Files.writeString(file, "");
		assertFails(file + " is empty: ask Ann.");
		for (String damaged : List.of("{", "[]", "rubbish", "{\"inner\": 3}", "{\"inner\": {\"positive\": \"x\"}}")) {
			Files.writeString(file, damaged);
			assertFails(file + " is damaged (");
			assertFails("): ask Ann.");
		}
		Files.write(file, new byte[] { '"', (byte) 0xff, '"' });
		assertFails(file + " is damaged (it is no text): ask Ann.");
	}

	@Test
	public void theChecksOfRecordsWithinAreTold() throws IOException {
		Files.writeString(file, "{\"inner\": {\"positive\": 0}}");
		assertFails(file + " is damaged (0 is not positive): ask Ann.");
	}

	private void assertFails(String sentence) {
		HyojoException e = assertThrows(HyojoException.class, () -> JsonFile.read(file, Outer.class, "ask Ann"));
		assertTrue(e.getMessage(), e.getMessage().contains(sentence));
	}
}
