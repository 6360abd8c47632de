import java.util.Arrays;

import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.Loader;

import io.github.hyojo.isolation.UseHyojo;

/** Uses FFmpeg as another plugin does that brings it, before and after Hyojo uses its own, or after it. */
public final class BesideJavaCpp {

	private BesideJavaCpp() {}

	public static void main(String[] args) throws Exception {
		if (args[0].equals("first")) tell();
		UseHyojo.main(Arrays.copyOfRange(args, 1, args.length));
		// what DJL tells JavaCPP in system properties is not for others
		for (Object property : System.getProperties().keySet()) {
			String name = property.toString();
			if (name.startsWith("org.bytedeco.") || name.equals("TENSORFLOW_LIBRARY_PATH")) System.out.println(name + " is left");
		}
		tell();
	}

	private static void tell() throws Exception {
		System.out.println("JavaCPP " + Loader.getVersion() + " has FFmpeg " + (avcodec.avcodec_version() >> 16));
	}
}
