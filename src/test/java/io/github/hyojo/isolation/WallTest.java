package io.github.hyojo.isolation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.Test;

/**
 * Classes that name a library of which other plugins may have another version are in the packages that are loaded apart;
 * no other class names those or these. Read from the compiled classes.
 */
public class WallTest {

	private static final Path CLASSES = Path.of("target/classes");

	/** What a class file names as a class or in a type, with dots. */
	private static Set<String> names(Path file) throws IOException {
		try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
			in.skipNBytes(8);
			int count = in.readUnsignedShort();
			String[] texts = new String[count];
			Set<Integer> literals = new HashSet<>();
			for (int i = 1; i < count; i++) {
				int tag = in.readUnsignedByte();
				switch (tag) {
					case 1 -> texts[i] = in.readUTF();
					case 8 -> literals.add(in.readUnsignedShort());
					case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
					case 5, 6 -> {
						in.skipNBytes(8);
						i++;
					}
					case 7, 16, 19, 20 -> in.skipNBytes(2);
					case 15 -> in.skipNBytes(3);
					default -> throw new IOException(file + " has a constant of kind " + tag);
				}
			}
			Set<String> names = new HashSet<>();
			for (int i = 1; i < count; i++) {
				if (texts[i] != null && !literals.contains(i)) names.add(texts[i].replace('/', '.'));
			}
			return names;
		}
	}

	private static List<Path> classes() throws IOException {
		try (Stream<Path> files = Files.walk(CLASSES)) {
			return files.filter(file -> file.toString().endsWith(".class")).toList();
		}
	}

	private static String name(Path file) {
		return CLASSES.relativize(file).toString().replace('/', '.').replace('\\', '.');
	}

	private static boolean isApart(Path file) {
		return IsolatingLoader.PACKAGES.stream().anyMatch(name(file)::startsWith);
	}

	private static List<String> named(Path file, List<String> prefixes) throws IOException {
		return names(file).stream().filter(name -> prefixes.stream().anyMatch(name::contains)).toList();
	}

	@Test
	public void noClassNamesWhatIsLoadedApart() throws IOException {
		List<String> forbidden = new ArrayList<>(IsolatingLoader.APART);
		forbidden.addAll(IsolatingLoader.PACKAGES);
		int looked = 0;
		for (Path file : classes()) {
			if (isApart(file)) continue;
			looked++;
			assertEquals(name(file), List.of(), named(file, forbidden));
		}
		assertTrue("only " + looked + " classes", looked > 200);
	}

	@Test
	public void thePackagesThatAreLoadedApartNeedIt() throws IOException {
		for (String folder : IsolatingLoader.PACKAGES) {
			boolean needed = false;
			for (Path file : classes()) {
				if (name(file).startsWith(folder) && !named(file, IsolatingLoader.APART).isEmpty()) needed = true;
			}
			assertTrue(folder, needed);
		}
	}

	@Test
	public void implementationsAreLoadedApart() throws IOException {
		try (Stream<Path> files = Files.list(CLASSES.resolve("META-INF/services"))) {
			List<Path> services = files.filter(file -> file.getFileName().toString().startsWith("io.github.hyojo.")).toList();
			assertEquals(4, services.size());
			for (Path service : services) {
				String implementation = Files.readString(service).strip();
				assertTrue(implementation, IsolatingLoader.PACKAGES.stream().anyMatch(implementation::startsWith));
			}
		}
	}
}
