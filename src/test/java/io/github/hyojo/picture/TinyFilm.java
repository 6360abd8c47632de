package io.github.hyojo.picture;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;

/** Writes short H.264 films for tests, as MP4 with its index in front. */
public final class TinyFilm {

	private static final int TICKS_PER_SECOND = 1000;

	private final AVFormatContext container = new AVFormatContext(null);
	private AVCodecContext codec;
	private AVStream stream;
	/** How long the frame at hand is shown, in ms. */
	private int duration = 40;

	private TinyFilm() {}

	/**
	 * @param file where the film is written
	 * @param frames its frames, of equal sizes that are multiples of 2
	 * @param times when each frame is shown, in ms, increasing from 0
	 * @param degrees by how much a player has to turn the frames, clockwise; a multiple of 90
	 */
	public static void write(Path file, List<Picture> frames, int[] times, int degrees) {
		TinyFilm film = new TinyFilm();
		film.begin(file, frames.get(0).width(), frames.get(0).height());
		AVFrame frame = av_frame_alloc();
		frame.format(AV_PIX_FMT_YUV420P).width(frames.get(0).width()).height(frames.get(0).height());
		check(av_frame_get_buffer(frame, 0));
		for (int i = 0; i < times.length; i++) {
			check(av_frame_make_writable(frame));
			fill(frame, frames.get(i));
			frame.pts(times[i]);
			if (i + 1 < times.length) film.duration = times[i + 1] - times[i];
			film.encode(frame);
		}
		film.encode(null);
		av_frame_free(frame);
		film.end();
		try {
			turn(file, degrees);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** @return when the frames of an even film are shown, in ms */
	public static int[] even(int frames, int milliseconds) {
		int[] times = new int[frames];
		for (int i = 0; i < frames; i++) times[i] = i * milliseconds;
		return times;
	}

	private void begin(Path file, int width, int height) {
		av_log_set_level(AV_LOG_QUIET);
		BytePointer url = new BytePointer("file:" + file.toAbsolutePath(), StandardCharsets.UTF_8);
		check(avformat_alloc_output_context2(container, null, new BytePointer("mp4"), url));
		AVCodec encoder = avcodec_find_encoder_by_name("libopenh264");
		codec = avcodec_alloc_context3(encoder);
		codec.width(width).height(height).pix_fmt(AV_PIX_FMT_YUV420P).time_base(av_make_q(1, TICKS_PER_SECOND));
		codec.framerate(av_make_q(25, 1)).gop_size(10).bit_rate(500_000).thread_count(1);
		codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
		check(avcodec_open2(codec, encoder, (AVDictionary) null));
		stream = avformat_new_stream(container, null);
		check(avcodec_parameters_from_context(stream.codecpar(), codec));
		stream.time_base(codec.time_base());
		AVIOContext out = new AVIOContext(null);
		check(avio_open(out, url, AVIO_FLAG_WRITE));
		container.pb(out);
		AVDictionary options = new AVDictionary(null);
		av_dict_set(options, "movflags", "+faststart", 0);
		check(avformat_write_header(container, options));
		av_dict_free(options);
	}

	/** Writes a, b, u, c, d, v of x' = a x + c y, y' = b x + d y into the header of the one track. */
	private static void turn(Path file, int degrees) throws IOException {
		byte[] film = Files.readAllBytes(file);
		int header = new String(film, StandardCharsets.ISO_8859_1).indexOf("tkhd");
		int cos = (int) Math.round(Math.cos(Math.toRadians(degrees))) << 16;
		int sin = (int) Math.round(Math.sin(Math.toRadians(degrees))) << 16;
		ByteBuffer.wrap(film).position(header + 44).putInt(cos).putInt(sin).putInt(0).putInt(-sin).putInt(cos).putInt(0);
		Files.write(file, film);
	}

	/** BT.601, not full range; the colour of each second pixel of each second row. */
	private static void fill(AVFrame frame, Picture picture) {
		for (int y = 0; y < picture.height(); y++) {
			for (int x = 0; x < picture.width(); x++) {
				int argb = picture.argb()[y * picture.width() + x];
				double red = (argb >> 16 & 0xff) / 255.0, green = (argb >> 8 & 0xff) / 255.0, blue = (argb & 0xff) / 255.0;
				put(frame, 0, x, y, 16 + 65.481 * red + 128.553 * green + 24.966 * blue);
				if (x % 2 == 1 || y % 2 == 1) continue;
				put(frame, 1, x / 2, y / 2, 128 - 37.797 * red - 74.203 * green + 112 * blue);
				put(frame, 2, x / 2, y / 2, 128 + 112 * red - 93.786 * green - 18.214 * blue);
			}
		}
	}

	private static void put(AVFrame frame, int plane, int x, int y, double value) {
		BytePointer pixels = frame.data(plane);
		pixels.put((long) y * frame.linesize(plane) + x, (byte) Math.round(value));
	}

	private void encode(AVFrame frame) {
		check(avcodec_send_frame(codec, frame));
		AVPacket packet = av_packet_alloc();
		while (avcodec_receive_packet(codec, packet) == 0) {
			packet.duration(duration);
			av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
			packet.stream_index(0);
			check(av_interleaved_write_frame(container, packet));
		}
		av_packet_free(packet);
	}

	private void end() {
		check(av_write_trailer(container));
		avio_closep(container.pb());
		avcodec_free_context(codec);
		avformat_free_context(container);
	}

	private static void check(int code) {
		if (code < 0) throw new IllegalStateException("FFmpeg failed with code " + code);
	}
}
