package io.github.hyojo.picture.ffmpeg;

import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

import io.github.hyojo.HyojoException;
import io.github.hyojo.Progress;
import io.github.hyojo.picture.Film;
import io.github.hyojo.picture.FilmFrame;
import io.github.hyojo.picture.FilmInfo;
import io.github.hyojo.picture.Orientation;

/** A film, decoded by FFmpeg. */
final class DecodedFilm implements Film {

	private static final int MOST_THREADS = 4;

	private final Path file;
	private final FilmCount count;
	private final FilmInfo info;
	private final VideoFile video;
	private final Orientation orientation;
	private final FrameConverter converter;
	private final AVCodecContext codec;
	private final AVPacket packet = av_packet_alloc();
	private final AVFrame frame = av_frame_alloc();
	private int shown;
	private int damaged;
	private long firstTime = AV_NOPTS_VALUE;
	private boolean ended;
	private boolean closed;

	private DecodedFilm(Path file, FilmCount count, VideoFile video) {
		this.file = file;
		this.count = count;
		this.video = video;
		codec = decoder();
		orientation = video.orientation();
		int width = (int) Math.max(1, Math.round(codec.width() * video.pixelAspect()));
		converter = new FrameConverter(width, codec.height());
		double seconds = count.duration() > 0 ? count.duration() : count.frames() / guessedRate();
		boolean turned = orientation.transposed();
		info = new FilmInfo(turned ? codec.height() : width, turned ? width : codec.height(), count.frames() / seconds,
			count.frames(), seconds);
	}

	static Film open(Path file, Progress progress) {
		FilmCount count = FilmCount.of(file, progress);
		if (count.frames() == 0) {
			throw new HyojoException("The film " + file + " holds no frame, perhaps because it is cut off; replace or"
				+ " remove it.");
		}
		VideoFile video = VideoFile.open(file);
		try {
			return new DecodedFilm(file, count, video);
		}
		catch (HyojoException e) {
			video.close();
			throw e;
		}
	}

	private AVCodecContext decoder() {
		int kind = video.stream().codecpar().codec_id();
		AVCodec decoder = avcodec_find_decoder(kind);
		if (decoder == null || decoder.isNull()) throw undecodable(kind);
		AVCodecContext context = avcodec_alloc_context3(decoder);
		avcodec_parameters_to_context(context, video.stream().codecpar());
		context.pkt_timebase(video.stream().time_base());
		context.thread_count(Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
		if (avcodec_open2(context, decoder, (AVDictionary) null) >= 0) return context;
		avcodec_free_context(context);
		throw undecodable(kind);
	}

	private HyojoException undecodable(int kind) {
		return new HyojoException("The film " + file + " is coded as " + avcodec_get_name(kind).getString() +
			", which cannot be decoded here; convert it to H.264.");
	}

	/** For films without times. */
	private double guessedRate() {
		int num = video.stream().avg_frame_rate().num(), den = video.stream().avg_frame_rate().den();
		return num > 0 && den > 0 ? (double) num / den : 25;
	}

	@Override
	public FilmInfo info() {
		return info;
	}

	@Override
	public FilmFrame next() {
		if (!decode()) return null;
		double time = time();
		return new FilmFrame(shown - 1, time, orientation.apply(converter.convert(frame)));
	}

	@Override
	public boolean skip() {
		return decode();
	}

	@Override
	public Optional<String> problem() {
		if (count.missing() > 0) {
			return Optional.of("The film " + file + " is cut off after frame " + count.frames() + " of " +
				(count.frames() + count.missing()) + ".");
		}
		if (count.missingTime() > 0) {
			return Optional.of(String.format(Locale.ROOT, "The film %s is cut off after frame %d: %.1f s are missing.",
				file, count.frames(), count.missingTime()));
		}
		if (ended && shown != count.frames()) {
			return Optional.of("The film " + file + " gave " + shown + " frames instead of " + count.frames() +
				"; some cannot be decoded.");
		}
		if (damaged > 0) {
			return Optional.of("The film " + file + " is damaged in " + damaged + " places; look its frames over.");
		}
		return Optional.empty();
	}

	/** @return whether {@link #frame} now is the next one */
	private boolean decode() {
		if (closed) throw new IllegalStateException("The film " + file + " is closed.");
		while (!ended) {
			int code = avcodec_receive_frame(codec, frame);
			if (code == 0) {
				if ((frame.flags() & AV_FRAME_FLAG_CORRUPT) != 0 || frame.decode_error_flags() != 0) damaged++;
				if (shown++ == 0) firstTime = frame.best_effort_timestamp();
				return true;
			}
			if (code == AVERROR_EOF) ended = true;
			else if (code == AVERROR_EAGAIN()) feed();
			else damaged++;
		}
		return false;
	}

	/** Gives the decoder the next packet or, at the end of the file, tells it that there is none. */
	private void feed() {
		while (video.read(packet)) {
			boolean ours = packet.stream_index() == video.stream().index();
			if (ours && avcodec_send_packet(codec, packet) < 0) damaged++;
			video.release(packet);
			if (ours) return;
		}
		avcodec_send_packet(codec, null);
	}

	private double time() {
		long time = frame.best_effort_timestamp();
		if (time == AV_NOPTS_VALUE || firstTime == AV_NOPTS_VALUE) return (shown - 1) / info.framesPerSecond();
		return (time - firstTime) * video.unit(video.stream());
	}

	@Override
	public void close() {
		if (closed) return;
		closed = true;
		converter.close();
		av_frame_free(frame);
		av_packet_free(packet);
		avcodec_free_context(codec);
		video.close();
	}
}
