package io.github.hyojo.picture.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_STREAM;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_guess_sample_aspect_ratio;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avio_size;
import static org.bytedeco.ffmpeg.global.avformat.avio_tell;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;

import io.github.hyojo.HyojoException;
import io.github.hyojo.isolation.Isolated;
import io.github.hyojo.picture.Orientation;

/** A film's file, opened by FFmpeg: packets of coded pictures and sound, one after the other. */
final class VideoFile implements AutoCloseable {

	private final Path file;
	private final AVFormatContext context = new AVFormatContext(null);
	private AVStream stream;

	private VideoFile(Path file) {
		this.file = file;
	}

	/**
	 * @param file a film
	 * @throws HyojoException if it cannot be read, is no film, has no pictures, or FFmpeg is not there
	 */
	static VideoFile open(Path file) {
		checkReadable(file);
		try {
			av_log_set_level(AV_LOG_QUIET);
			VideoFile video = new VideoFile(file);
			video.openOrClose();
			return video;
		}
		catch (UnsatisfiedLinkError | NoClassDefFoundError e) {
			throw new HyojoException("Films cannot be read on this machine, because FFmpeg's library is missing or does"
				+ " not load (" + Isolated.reason("ffmpeg", e) + "); install it, or extract the frames as images.", e);
		}
	}

	private void openOrClose() {
		try {
			open();
		}
		catch (HyojoException e) {
			close();
			throw e;
		}
	}

	private static void checkReadable(Path file) {
		if (!Files.isReadable(file) || Files.isDirectory(file)) {
			throw new HyojoException("The film " + file + " cannot be read; check that it is there and that you may read"
				+ " it.");
		}
		try {
			if (Files.size(file) > 0) return;
			throw new HyojoException("The film " + file + " is empty; replace or remove it.");
		}
		catch (IOException e) {
			throw new HyojoException("The film " + file + " cannot be read (" + e.getMessage() + "); check the disk.", e);
		}
	}

	private void open() {
		AVDictionary options = new AVDictionary(null);
		// Named with its protocol, so that no other one is seen in its name. A playlist shall not lead elsewhere.
		String name = "file:" + file.toAbsolutePath();
		av_dict_set(options, "protocol_whitelist", "file", 0);
		try (BytePointer url = new BytePointer(name, StandardCharsets.UTF_8)) {
			int code = avformat_open_input(context, url, (AVInputFormat) null, options);
			if (code < 0) {
				throw new HyojoException("The file " + file + " is not a film that can be read, or is cut off (" +
					message(code) + "); replace or remove it.");
			}
		}
		finally {
			av_dict_free(options);
		}
		String format = context.iformat().name().getString();
		if (format.endsWith("_pipe") || format.startsWith("image2")) {
			throw new HyojoException("The file " + file + " is a single image, not a film; give it the ending of an"
				+ " image.");
		}
		avformat_find_stream_info(context, (AVDictionary) null);
		stream = pictures();
	}

	private AVStream pictures() {
		for (int i = 0; i < context.nb_streams(); i++) {
			AVStream candidate = context.streams(i);
			boolean cover = (candidate.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0;
			if (candidate.codecpar().codec_type() != AVMEDIA_TYPE_VIDEO || cover) continue;
			if (candidate.codecpar().width() > 0 && candidate.codecpar().height() > 0) return candidate;
		}
		throw new HyojoException("The file " + file + " holds no pictures, only sound or damaged data; remove it.");
	}

	/** @return the first stream of pictures */
	AVStream stream() {
		return stream;
	}

	/** @return any stream */
	AVStream stream(int index) {
		return context.streams(index);
	}

	/** @return length in s of what the stream counts time in */
	double unit(AVStream stream) {
		return (double) stream.time_base().num() / stream.time_base().den();
	}

	/** @return how wide a pixel is, compared to its height */
	double pixelAspect() {
		AVRational ratio = av_guess_sample_aspect_ratio(context, stream, null);
		return ratio.num() > 0 && ratio.den() > 0 ? (double) ratio.num() / ratio.den() : 1;
	}

	/** @return how the pictures are to be turned, to quarters of a turn */
	Orientation orientation() {
		AVPacketSideData data = av_packet_side_data_get(stream.codecpar().coded_side_data(),
			stream.codecpar().nb_coded_side_data(), AV_PKT_DATA_DISPLAYMATRIX);
		if (data == null || data.isNull()) return Orientation.UPRIGHT;
		// x' = a x + c y, y' = b x + d y; stored as a, b, u, c, d, v ...
		IntPointer matrix = new IntPointer(data.data());
		int a = matrix.get(0), b = matrix.get(1), c = matrix.get(3), d = matrix.get(4);
		if (Math.abs((long) a) >= Math.abs((long) b)) return new Orientation(false, a < 0, d < 0);
		return new Orientation(true, c < 0, b < 0);
	}

	/** @return when the file itself says that it ends, in s; 0 if it does not say */
	double announcedEnd() {
		if (context.duration() <= 0 || context.duration_estimation_method() != AVFMT_DURATION_FROM_STREAM) return 0;
		long start = context.start_time() == AV_NOPTS_VALUE ? 0 : context.start_time();
		return (double) (start + context.duration()) / AV_TIME_BASE;
	}

	/** @return how many bytes have been read */
	long position() {
		return Math.max(0, avio_tell(context.pb()));
	}

	/** @return length of the file in bytes */
	long bytes() {
		return Math.max(0, avio_size(context.pb()));
	}

	/**
	 * @param packet receives the next whole packet of any stream; to be released
	 * @return whether there was one
	 */
	boolean read(AVPacket packet) {
		while (av_read_frame(context, packet) >= 0) {
			if ((packet.flags() & AV_PKT_FLAG_CORRUPT) == 0) return true;
			release(packet);
		}
		return false;
	}

	/** @param packet is empty afterwards */
	void release(AVPacket packet) {
		av_packet_unref(packet);
	}

	/** @return what FFmpeg says about one of its codes */
	static String message(int code) {
		byte[] text = new byte[200];
		av_strerror(code, text, text.length);
		int length = 0;
		while (length < text.length && text[length] != 0) length++;
		return new String(text, 0, length, StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		if (!context.isNull()) avformat_close_input(context);
	}
}
