package io.github.hyojo.data;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.TreeMap;

import javax.imageio.stream.ImageInputStream;

/** What a TIFF says about one of its pages: fields by tag, and where the next page's directory is. */
final class TiffDirectory {

	/** Type of a field: bytes of any meaning. */
	static final int BYTE = 1;
	/** Type of a field: characters, the last one zero. */
	static final int ASCII = 2;
	/** Type of a field: numbers of 16 bits. */
	static final int SHORT = 3;
	/** Type of a field: numbers of 32 bits, without sign. */
	static final int LONG = 4;
	private static final int FIELD_BYTES = 12;

	/** Either the value itself or, if it does not fit, where it is. */
	private record Field(int type, int count, long value) {}

	/** A TIFF lists them by tag. */
	private final Map<Integer, Field> fields = new TreeMap<>();
	private long next;

	/** Sets a field of one value. */
	TiffDirectory with(int tag, int type, long value) {
		return with(tag, type, 1, value);
	}

	/** Sets a field of several values, which are elsewhere in the file. */
	TiffDirectory with(int tag, int type, int count, long offset) {
		fields.put(tag, new Field(type, count, offset));
		return this;
	}

	/** @return how many bytes a directory with so many fields takes */
	static int bytes(int fields) {
		return 2 + FIELD_BYTES * fields + 4;
	}

	/** @return the field's value, or another one if it is not there or has several */
	long value(int tag, long otherwise) {
		Field field = fields.get(tag);
		return field == null || field.count != 1 ? otherwise : field.value;
	}

	/** @return where the next page's directory is; 0 if this is the last page */
	long next() {
		return next;
	}

	/**
	 * @param out big-endian
	 * @param next where the next page's directory will be; 0 if this is the last page
	 */
	void write(DataOutputStream out, long next) throws IOException {
		out.writeShort(fields.size());
		for (Map.Entry<Integer, Field> entry : fields.entrySet()) {
			Field field = entry.getValue();
			out.writeShort(entry.getKey());
			out.writeShort(field.type);
			out.writeInt(field.count);
			// a single value of two bytes stands in the upper half
			out.writeInt((int) (isShort(field.type, field.count) ? field.value << 16 : field.value));
		}
		out.writeInt((int) next);
	}

	/**
	 * @param in with the byte order of the file
	 * @param position where the directory is
	 */
	static TiffDirectory read(ImageInputStream in, long position) throws IOException {
		in.seek(position);
		byte[] content = new byte[bytes(in.readUnsignedShort()) - 2];
		in.readFully(content);
		ByteBuffer buffer = ByteBuffer.wrap(content).order(in.getByteOrder());
		TiffDirectory directory = new TiffDirectory();
		while (buffer.remaining() > 4) {
			int tag = Short.toUnsignedInt(buffer.getShort());
			int type = buffer.getShort();
			int count = buffer.getInt();
			int value = buffer.getInt();
			if (isShort(type, count)) value = buffer.order() == ByteOrder.BIG_ENDIAN ? value >>> 16 : value & 0xffff;
			directory.with(tag, type, count, Integer.toUnsignedLong(value));
		}
		directory.next = Integer.toUnsignedLong(buffer.getInt());
		return directory;
	}

	private static boolean isShort(int type, int count) {
		return type == SHORT && count == 1;
	}
}
