import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Looks at a staged tree without running it: {@code java update-site/CheckStage.java stage fiji-jars pom-scijava.pom}. Ends
 * with 1, and a line on standard error for each fault.
 */
final class CheckStage {

	private static final Path HERE = Path.of("update-site");
	/** Of Java 17. */
	private static final int NEWEST_CLASS = 61;
	private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

	private final Path stage;
	private final List<String> faults = new ArrayList<>();

	private CheckStage(Path stage) {
		this.stage = stage;
	}

	public static void main(String[] args) throws Exception {
		CheckStage check = new CheckStage(Path.of(args[0]));
		List<String> provided = lines("fiji-provided.txt").filter(line -> line.matches("[^# ]+:[^ ]+:[^ ]+")).toList();
		List<String> isolated = lines("fiji-provided.txt").filter(line -> line.startsWith("isolated ")).map(line -> line
			.substring("isolated ".length())).toList();
		check.versions(provided, Path.of(args[2]));
		check.nothingOfFijis(provided, isolated);
		check.noClassTwice(Path.of(args[1]));
		check.java17();
		check.licences();
		check.faults.forEach(System.err::println);
		System.exit(check.faults.isEmpty() ? 0 : 1);
	}

	/** Fiji's versions are those of the bill of materials. */
	private void versions(List<String> provided, Path pom) throws Exception {
		Map<String, String> managed = managed(pom);
		for (String artifact : provided) {
			String name = artifact.substring(0, artifact.lastIndexOf(':'));
			String version = artifact.substring(artifact.lastIndexOf(':') + 1);
			if (!version.equals(managed.get(name))) faults.add("fiji-provided.txt: the bill of materials has " + name
				+ " in version " + managed.get(name) + ", not " + version);
		}
	}

	/** What Fiji brings is staged where only Hyojo sees it, if at all, and for a reason. */
	private void nothingOfFijis(List<String> provided, List<String> isolated) throws IOException {
		for (String artifact : provided) {
			String[] parts = artifact.split(":");
			for (Path jar : jars(stage)) {
				String name = jar.getFileName().toString();
				if (!name.matches(Pattern.quote(parts[1]) + "-[0-9].*")) continue;
				boolean apart = stage.relativize(jar).startsWith(Path.of("lib"));
				if (!apart) faults.add(stage.relativize(jar) + " is Fiji's");
				else if (!isolated.contains(parts[0] + ":" + parts[1])) faults.add("No reason is given for " + stage.relativize(
					jar) + " beside Fiji's");
			}
		}
	}

	/** No class is in two jars of Fiji's class path, nor in two that Hyojo alone sees. */
	private void noClassTwice(Path fiji) throws IOException {
		List<Path> seenByAll = new ArrayList<>(jars(fiji));
		seenByAll.addAll(jars(stage.resolve("plugins")));
		seenByAll.addAll(jars(stage.resolve("jars")));
		noClassTwice(seenByAll);
		noClassTwice(jars(stage.resolve("lib/hyojo")));
	}

	private void noClassTwice(List<Path> jars) throws IOException {
		Map<String, Path> places = new HashMap<>();
		Map<String, Integer> shared = new TreeMap<>();
		for (Path jar : jars) {
			try (ZipFile zip = new ZipFile(jar.toFile())) {
				for (ZipEntry entry : zip.stream().toList()) {
					String name = entry.getName();
					if (!name.endsWith(".class") || name.endsWith("module-info.class")) continue;
					Path other = places.putIfAbsent(name, jar);
					if (other != null) shared.merge(other.getFileName() + " and " + jar.getFileName(), 1, Integer::sum);
				}
			}
		}
		shared.forEach((pair, classes) -> faults.add(pair + " have " + classes + " classes in common"));
	}

	private void java17() throws IOException {
		for (Path jar : jars(stage)) {
			try (ZipFile zip = new ZipFile(jar.toFile())) {
				for (ZipEntry entry : zip.stream().toList()) {
					// the folders of a multi-release jar are for those Javas alone
					if (!entry.getName().endsWith(".class") || entry.getName().startsWith("META-INF/versions/")) continue;
					try (InputStream in = zip.getInputStream(entry)) {
						byte[] head = in.readNBytes(8);
						int major = (head[6] & 0xff) << 8 | head[7] & 0xff;
						if (major > NEWEST_CLASS) faults.add(stage.relativize(jar) + ": " + entry.getName() + " needs a newer Java "
							+ "than 17 (class file version " + major + ")");
					}
				}
			}
		}
	}

	private void licences() throws IOException {
		List<String> listed = lines("THIRD-PARTY.txt").filter(line -> line.matches("[a-z]\\S*-[0-9]\\S* +.*;.*")).map(line -> line
			.substring(0, line.indexOf(' '))).toList();
		for (Path jar : jars(stage)) {
			String name = jar.getFileName().toString();
			if (!name.equals("Hyojo_.jar") && listed.stream().noneMatch(name::startsWith)) faults.add(
				"THIRD-PARTY.txt does not list " + name);
		}
	}

	private static Map<String, String> managed(Path pom) throws Exception {
		Element project = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(pom.toFile()).getDocumentElement();
		Map<String, String> properties = new HashMap<>();
		for (Element property : children(child(project, "properties"))) {
			properties.put(property.getTagName(), property.getTextContent().strip());
		}
		Map<String, String> managed = new HashMap<>();
		for (Element dependency : children(child(child(project, "dependencyManagement"), "dependencies"))) {
			managed.putIfAbsent(text(dependency, "groupId") + ":" + text(dependency, "artifactId"), resolve(text(dependency,
				"version"), properties));
		}
		return managed;
	}

	private static String resolve(String text, Map<String, String> properties) {
		Matcher property = PROPERTY.matcher(text);
		if (!property.find()) return text;
		return resolve(text.replace(property.group(), properties.getOrDefault(property.group(1), "?")), properties);
	}

	private static String text(Element element, String name) {
		Element child = child(element, name);
		return child == null ? "" : child.getTextContent().strip();
	}

	private static Element child(Element element, String name) {
		return children(element).stream().filter(child -> child.getTagName().equals(name)).findFirst().orElse(null);
	}

	private static List<Element> children(Element element) {
		List<Element> children = new ArrayList<>();
		NodeList nodes = element.getChildNodes();
		for (int i = 0; i < nodes.getLength(); i++) {
			Node node = nodes.item(i);
			if (node instanceof Element child) children.add(child);
		}
		return children;
	}

	private static List<Path> jars(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder)) {
			return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
		}
	}

	private static Stream<String> lines(String file) throws IOException {
		return Files.readAllLines(HERE.resolve(file)).stream();
	}
}
