package io.github.hyojo.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over what makes a dataset: its size, what is known about each face, and the colours (not the opacity). */
public final class Fingerprint {

	private final MessageDigest digest = sha256();

	private Fingerprint() {}

	/** @return the fingerprint of a dataset, 64 hexadecimal digits */
	static String of(FaceDataset dataset) {
		Fingerprint fingerprint = new Fingerprint();
		fingerprint.add(dataset.size());
		fingerprint.add(dataset.count());
		for (int i = 0; i < dataset.count(); i++) {
			fingerprint.add(dataset.faces().get(i));
			fingerprint.digest.update(dataset.rgb(i));
		}
		return fingerprint.hex();
	}

	/** @return the SHA-256 of a text in UTF-8, 64 hexadecimal digits */
	public static String of(String text) {
		Fingerprint fingerprint = new Fingerprint();
		fingerprint.digest.update(text.getBytes(StandardCharsets.UTF_8));
		return fingerprint.hex();
	}

	private String hex() {
		return HexFormat.of().formatHex(digest.digest());
	}

	private void add(Face face) {
		add(face.file());
		add(face.subject());
		add(face.sequence());
		add(face.frame());
		add(face.expression() == null ? "" : face.expression());
		digest.update(ByteBuffer.allocate(8).putDouble(face.intensity() == null ? -1 : face.intensity()).flip());
	}

	/** The length goes first, so that ("ab", "c") and ("a", "bc") differ. */
	private void add(String text) {
		byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
		add(bytes.length);
		digest.update(bytes);
	}

	private void add(int value) {
		digest.update(ByteBuffer.allocate(4).putInt(value).flip());
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has SHA-256", e);
		}
	}
}
