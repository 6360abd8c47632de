import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** Loads Hyojo twice, as plain ImageJ does with Refresh Menus. */
public final class TwoHyojos {

	private TwoHyojos() {}

	public static void main(String[] args) throws Exception {
		URL[] hyojo = { Path.of(args[0]).toUri().toURL(), Path.of(args[1]).toUri().toURL() };
		for (int i = 0; i < 2; i++) {
			Class<?> use = new URLClassLoader(hyojo, TwoHyojos.class.getClassLoader()).loadClass(
				"io.github.hyojo.isolation.UseHyojo");
			use.getMethod("main", String[].class).invoke(null, (Object) new String[] { args[2], args[3] });
		}
	}
}
