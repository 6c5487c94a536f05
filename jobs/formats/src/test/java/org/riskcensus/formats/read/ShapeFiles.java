package org.riskcensus.formats.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes small {@code .shp} and {@code .shx} files byte by byte, wrong ones too. */
final class ShapeFiles {

  private final List<byte[]> records = new ArrayList<>();

  ShapeFiles add(byte[] record) {
    records.add(record);
    return this;
  }

  static byte[] nothing() {
    return new byte[4];
  }

  static byte[] point(double x, double y) {
    return ByteBuffer.allocate(20)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(1)
        .putDouble(x)
        .putDouble(y)
        .array();
  }

  /** A polygon of rings, each a list of x and y in turn, in the order given. */
  static byte[] polygon(double[]... rings) {
    int vertices = 0;
    for (double[] ring : rings) {
      vertices += ring.length / 2;
    }
    byte[] bytes = new byte[44 + 4 * rings.length + 16 * vertices];
    ByteBuffer record = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(5);
    record.position(36);
    record.putInt(rings.length).putInt(vertices);
    int start = 0;
    for (double[] ring : rings) {
      record.putInt(start);
      start += ring.length / 2;
    }
    for (double[] ring : rings) {
      for (double ordinate : ring) {
        record.putDouble(ordinate);
      }
    }
    return bytes;
  }

  ShapeFiles writeShp(Path file) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int i = 0; i < records.size(); i++) {
      byte[] record = records.get(i);
      body.write(ByteBuffer.allocate(8).putInt(i + 1).putInt(record.length / 2).array());
      body.write(record);
    }
    Files.write(file, concat(head(100 + body.size()), body.toByteArray()));
    return this;
  }

  /** Writes the index of the records whose positions are given. */
  ShapeFiles writeShx(Path file, int... positions) throws IOException {
    ByteBuffer entries = ByteBuffer.allocate(8 * positions.length);
    for (int position : positions) {
      int offset = 100;
      for (int i = 0; i < position; i++) {
        offset += 8 + records.get(i).length;
      }
      entries.putInt(offset / 2).putInt(records.get(position).length / 2);
    }
    Files.write(file, concat(head(100 + entries.capacity()), entries.array()));
    return this;
  }

  private static byte[] head(int length) {
    ByteBuffer head = ByteBuffer.allocate(100);
    head.putInt(0, 9994).putInt(24, length / 2);
    return head.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, 5).array();
  }

  private static byte[] concat(byte[] first, byte[] second) {
    return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
  }
}
