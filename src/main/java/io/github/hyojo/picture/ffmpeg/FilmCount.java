package io.github.hyojo.picture.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_DISCARD;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.nio.file.Path;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;

import io.github.hyojo.Progress;

/**
 * How many frames a film has, and how long they take, counted without decoding them.
 *
 * @param frames frames that are shown
 * @param duration from the first frame to the end of the last one in s; 0 if the film does not tell
 * @param missing frames that the file announces but does not hold; 0 if it announces no number
 * @param missingTime seconds that the file announces but that neither pictures nor sound fill; 0 if it announces none
 */
record FilmCount(int frames, double duration, long missing, double missingTime) {

	/** A file's announcement may be this much longer than its content, in s, and as a part of it. */
	private static final double TOLERATED = 0.5, TOLERATED_PART = 0.02;

	/**
	 * @param file a film
	 * @param progress hears how much of the file has been read
	 * @throws io.github.hyojo.HyojoException if the file is no film
	 */
	static FilmCount of(Path file, Progress progress) {
		try (VideoFile video = VideoFile.open(file)) {
			AVPacket packet = av_packet_alloc();
			try {
				return count(video, packet, progress);
			}
			finally {
				av_packet_free(packet);
			}
		}
	}

	private static FilmCount count(VideoFile video, AVPacket packet, Progress progress) {
		AVStream stream = video.stream();
		double unit = video.unit(stream);
		long packets = 0;
		int frames = 0;
		double first = Double.POSITIVE_INFINITY, end = 0, endOfAll = 0;
		while (video.read(packet)) {
			progress.checkCanceled();
			double shown = shown(video, packet);
			endOfAll = Math.max(endOfAll, shown);
			if (packet.stream_index() == stream.index()) {
				packets++;
				if (++frames % 100 == 0) progress.report("Counting frames", video.position(), video.bytes());
				if ((packet.flags() & AV_PKT_FLAG_DISCARD) != 0) frames--;
				else if (packet.pts() != AV_NOPTS_VALUE) {
					first = Math.min(first, packet.pts() * unit);
					end = Math.max(end, shown);
				}
			}
			video.release(packet);
		}
		double announced = video.announcedEnd();
		double missingTime = announced > 0 ? announced - endOfAll : 0;
		boolean tolerated = missingTime < Math.max(TOLERATED, TOLERATED_PART * announced);
		return new FilmCount(frames, Math.max(0, end - first), Math.max(0, stream.nb_frames() - packets),
			tolerated ? 0 : missingTime);
	}

	/** @return until when the packet's content is shown or heard, in s */
	private static double shown(VideoFile video, AVPacket packet) {
		long time = packet.pts() != AV_NOPTS_VALUE ? packet.pts() : packet.dts();
		if (time == AV_NOPTS_VALUE) return 0;
		return (time + packet.duration()) * video.unit(video.stream(packet.stream_index()));
	}
}
