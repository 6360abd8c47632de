package io.github.hyojo.picture.ffmpeg;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_UNSPECIFIED;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_RGB32;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU601;
import static org.bytedeco.ffmpeg.global.swscale.SWS_CS_ITU709;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCachedContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;

import java.nio.ByteOrder;
import java.nio.IntBuffer;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.ffmpeg.swscale.SwsFilter;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;

import io.github.hyojo.picture.Picture;

/** Makes RGB of decoded frames, in square pixels. */
final class FrameConverter implements AutoCloseable {

	/** swscale is fastest with lines that begin at multiples of it. */
	private static final int ALIGNMENT = 64;
	/** Films of at least this height are coded by BT.709 unless they say otherwise. */
	private static final int HD_HEIGHT = 720;
	/** 1 in swscale's fixed-point numbers. */
	private static final int ONE = 1 << 16;

	private final int width;
	private final int height;
	private final int lineBytes;
	private final BytePointer pixels;
	private final PointerPointer<BytePointer> planes;
	private final IntPointer strides;
	private SwsContext scaler;

	/**
	 * @param width width of the pictures to be made
	 * @param height their height
	 */
	FrameConverter(int width, int height) {
		this.width = width;
		this.height = height;
		lineBytes = (4 * width + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
		// swscale writes pairs of lines
		pixels = new BytePointer((long) lineBytes * (height + 1) + ALIGNMENT);
		// swscale looks at four planes
		planes = new PointerPointer<>(4);
		strides = new IntPointer(lineBytes, 0, 0, 0);
		planes.put(0, pixels);
		for (int i = 1; i < 4; i++) planes.put(i, null);
	}

	/**
	 * @param frame a decoded frame of any size and format
	 * @return its picture, not yet turned
	 */
	Picture convert(AVFrame frame) {
		scaler = sws_getCachedContext(scaler, frame.width(), frame.height(), frame.format(), width, height,
			AV_PIX_FMT_RGB32(), SWS_BILINEAR, (SwsFilter) null, (SwsFilter) null, (DoublePointer) null);
		IntPointer from = sws_getCoefficients(colorSpace(frame));
		boolean full = frame.color_range() == AVCOL_RANGE_JPEG;
		sws_setColorspaceDetails(scaler, from, full ? 1 : 0, from, 1, 0, ONE, ONE);
		sws_scale(scaler, frame.data(), frame.linesize(), 0, frame.height(), planes, strides);
		int[] argb = new int[width * height];
		IntBuffer lines = pixels.asByteBuffer().order(ByteOrder.nativeOrder()).asIntBuffer();
		for (int y = 0; y < height; y++) lines.position(y * lineBytes / 4).get(argb, y * width, width);
		return new Picture(width, height, argb);
	}

	private static int colorSpace(AVFrame frame) {
		if (frame.colorspace() != AVCOL_SPC_UNSPECIFIED) return frame.colorspace();
		return frame.height() >= HD_HEIGHT ? SWS_CS_ITU709 : SWS_CS_ITU601;
	}

	@Override
	public void close() {
		sws_freeContext(scaler);
		scaler = null;
		planes.close();
		strides.close();
		pixels.close();
	}
}
