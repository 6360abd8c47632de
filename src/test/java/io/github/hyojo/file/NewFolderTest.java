package io.github.hyojo.file;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

import io.github.hyojo.HyojoException;

public class NewFolderTest {

	@Rule
	public TemporaryFolder temp = new TemporaryFolder();

	private Path root;

	@Before
	public void makeRoot() throws IOException {
		root = temp.newFolder().toPath().toRealPath();
	}

	@Test
	public void appearsWithTheFoldersAboveWhenComplete() throws IOException {
		for (String target : new String[] { "new", "x/y/new" }) {
			write(root.resolve(target));
			assertEquals("content", Files.readString(root.resolve(target).resolve("file")));
		}
		assertEquals(List.of("new", "x"), content(root));
		assertEquals(List.of("new"), content(root.resolve("x/y")));
	}

	@Test
	public void nothingIsThereBeforeItIsCompleteOrAfterItFailed() throws IOException {
		try (NewFolder folder = NewFolder.at(root.resolve("x/new"))) {
			Files.createDirectories(folder.path().resolve("a/b"));
			assertTrue(Files.notExists(root.resolve("x")));
		}
		assertEquals(List.of(), content(root));
	}

	@Test
	public void twoMayBeWrittenSideBySide() throws IOException {
		try (NewFolder one = NewFolder.at(root.resolve("x/one")); NewFolder two = NewFolder.at(root.resolve("x/two"))) {
			one.complete();
			two.complete();
		}
		assertEquals(List.of("one", "two"), content(root.resolve("x")));
	}

	@Test
	public void anEmptyFolderIsReplaced() throws IOException {
		write(Files.createDirectory(root.resolve("empty")));
		assertEquals(List.of("empty"), content(root));
		assertEquals(List.of("file"), content(root.resolve("empty")));
	}

	@Test
	public void aLinkToAnEmptyFolderStays() throws IOException {
		Path disk = Files.createDirectories(root.resolve("disk/faces"));
		Path link = root.resolve("link");
		try {
			Files.createSymbolicLink(link, disk);
		}
		catch (IOException | UnsupportedOperationException e) {
			assumeTrue("no links here", false);
		}
		write(link);
		assertTrue(Files.isSymbolicLink(link));
		assertEquals(List.of("file"), content(disk));
	}

	@Test
	public void othersMayReadItAsAnyFolder() throws IOException {
		assumeTrue(root.getFileSystem().supportedFileAttributeViews().contains("posix"));
		write(root.resolve("new"));
		Path plain = Files.createDirectory(root.resolve("plain"));
		assertEquals(Files.getPosixFilePermissions(plain), Files.getPosixFilePermissions(root.resolve("new")));
	}

	@Test
	public void refusesPlacesThatAreTaken() throws IOException {
		Path file = Files.createFile(root.resolve("file"));
		assertFails(root, "The folder " + root + " already holds something");
		assertFails(file, file + " is a file, and a folder is to be written there: choose another name.");
		assertFails(file.resolve("below"), "Nothing can be written to " + file + " (");
		assertEquals(List.of("file"), content(root));
	}

	@Test
	public void refusesPlacesThatCannotBeWritten() throws IOException {
		Path place = unwritable(root);
		assertFails(place.resolve("x/new"), "Nothing can be written to " + place);
	}

	/** A folder made so, or, as permissions do not bind an administrator, one of the system's where no file can be. */
	private static Path unwritable(Path folder) {
		assumeTrue("Windows has no such folder", folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
		folder.toFile().setWritable(false);
		return Files.isWritable(folder) ? Path.of("/proc") : folder;
	}

	@Test
	public void refusesWhatIsNoFolderInAnother() {
		for (Path top : root.getFileSystem().getRootDirectories()) {
			assertFails(top, top + " is no place for a new folder");
		}
	}

	@Test
	public void checkingLeavesNothing() throws IOException {
		NewFolder.checkWritable(root.resolve("x/new"));
		NewFolder.checkWritable(Files.createDirectory(root.resolve("empty")));
		assertEquals(List.of("empty"), content(root));
	}

	@Test
	public void whatAppearedMeanwhileIsKept() throws IOException {
		Path target = root.resolve("x/new");
		try (NewFolder folder = NewFolder.at(target)) {
			Files.createDirectories(target);
			Files.writeString(target.resolve("other"), "of another program");
			assertThrows(IOException.class, folder::complete);
		}
		assertEquals(List.of("x"), content(root));
		assertEquals(List.of("other"), content(target));
	}

	@Test
	public void foldersAboveAreRemovedAgainIfItCannotBeCompleted() throws IOException {
		try (NewFolder folder = NewFolder.at(root.resolve("x/y/new"))) {
			NewFolder.delete(folder.path());
			assertThrows(IOException.class, folder::complete);
		}
		assertEquals(List.of(), content(root));
	}

	private static void write(Path target) throws IOException {
		try (NewFolder folder = NewFolder.at(target)) {
			Files.writeString(folder.path().resolve("file"), "content");
			folder.complete();
		}
	}

	private static void assertFails(Path target, String sentence) {
		for (HyojoException e : List.of(assertThrows(HyojoException.class, () -> NewFolder.at(target)), assertThrows(
			HyojoException.class, () -> NewFolder.checkWritable(target))))
		{
			assertTrue(e.getMessage(), e.getMessage().contains(sentence));
		}
	}

	private static List<String> content(Path folder) throws IOException {
		try (Stream<Path> content = Files.list(folder)) {
			return content.map(path -> path.getFileName().toString()).sorted().toList();
		}
	}
}
