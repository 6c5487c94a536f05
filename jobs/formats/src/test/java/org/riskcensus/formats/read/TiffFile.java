package org.riskcensus.formats.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Writes a small uncompressed GeoTIFF of one float band tag by tag, wrong ones too. */
final class TiffFile {

  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int DOUBLE = 12;
  private static final int ASCII = 2;

  private record Tag(int type, int count, ByteBuffer value) {}

  private final Map<Integer, Tag> tags = new TreeMap<>();
  private final float[][] rows;

  TiffFile(float[]... rows) {
    this.rows = rows;
    longs(256, rows[0].length);
    longs(257, rows.length);
    shorts(258, 32);
    shorts(259, 1);
    shorts(262, 1);
    shorts(277, 1);
    longs(278, rows.length);
    longs(279, 4 * rows.length * rows[0].length);
    shorts(339, 3);
  }

  /** Upper left corner and size of a pixel; the reference system by its EPSG number. */
  TiffFile place(double west, double north, double width, double height, int epsg) {
    doubles(33550, width, height, 0);
    doubles(33922, 0, 0, 0, west, north, 0);
    return keys(1025, 1, 3072, epsg);
  }

  TiffFile pixelIsPoint(int epsg) {
    return keys(1025, 2, 3072, epsg);
  }

  TiffFile matrix(double... elements) {
    tags.remove(33550);
    tags.remove(33922);
    doubles(34264, elements);
    return this;
  }

  TiffFile noData(String text) {
    return ascii(42113, text);
  }

  TiffFile metadata(String xml) {
    return ascii(42112, xml);
  }

  private TiffFile ascii(int tag, String text) {
    byte[] bytes = (text + "\0").getBytes(StandardCharsets.US_ASCII);
    tags.put(tag, new Tag(ASCII, bytes.length, ByteBuffer.wrap(bytes)));
    return this;
  }

  /** Length of the only strip in bytes, as the header claims it. */
  TiffFile claim(int bytes) {
    longs(279, bytes);
    return this;
  }

  private TiffFile keys(int typeKey, int type, int crsKey, int epsg) {
    shorts(34735, 1, 1, 0, 3, 1024, 0, 1, 1, typeKey, 0, 1, type, crsKey, 0, 1, epsg);
    return this;
  }

  private void shorts(int tag, int... values) {
    ByteBuffer bytes = little(2 * values.length);
    for (int value : values) {
      bytes.putShort((short) value);
    }
    tags.put(tag, new Tag(SHORT, values.length, bytes.flip()));
  }

  private void longs(int tag, int value) {
    tags.put(tag, new Tag(LONG, 1, little(4).putInt(value).flip()));
  }

  private void doubles(int tag, double... values) {
    ByteBuffer bytes = little(8 * values.length);
    for (double value : values) {
      bytes.putDouble(value);
    }
    tags.put(tag, new Tag(DOUBLE, values.length, bytes.flip()));
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  Path write(Path file) throws IOException {
    longs(273, 8);
    int pixels = 4 * rows.length * rows[0].length;
    int directory = 8 + pixels;
    int extra = directory + 2 + 12 * tags.size() + 4;
    int length = extra + tags.values().stream().mapToInt(t -> t.value.limit()).sum();
    byte[] bytes = new byte[length];
    ByteBuffer out = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(directory);
    for (float[] row : rows) {
      for (float value : row) {
        out.putFloat(value);
      }
    }
    out.putShort((short) tags.size());
    for (Map.Entry<Integer, Tag> entry : tags.entrySet()) {
      Tag tag = entry.getValue();
      out.putShort(entry.getKey().shortValue()).putShort((short) tag.type).putInt(tag.count);
      if (tag.value.limit() <= 4) {
        out.put(little(4).put(tag.value.duplicate()).rewind());
      } else {
        out.putInt(extra);
        out.put(extra, tag.value, 0, tag.value.limit());
        extra += tag.value.limit();
      }
    }
    return Files.write(file, bytes);
  }
}
