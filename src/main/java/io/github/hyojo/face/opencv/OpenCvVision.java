package io.github.hyojo.face.opencv;

import io.github.hyojo.face.FaceFinder;
import io.github.hyojo.face.FaceVision;
import io.github.hyojo.face.Steadying;

/** OpenCV's cascades and its enhanced correlation coefficient. */
public final class OpenCvVision implements FaceVision {

	@Override
	public FaceFinder finder() {
		return new CascadeFinder();
	}

	@Override
	public Steadying steadying(int size) {
		return new CorrelationSteadying(size);
	}
}
