package org.riskcensus.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.DeflaterOutputStream;

/**
 * A square raster over the square of the shapes: whole numbers like heights of a hilly country, in
 * compressed tiles, as elevation models are. A GeoTIFF in degrees of WGS 84.
 */
final class BenchRaster {

  private static final int TILE = 256;
  private static final int EPSG = 4326;
  private static final double HILL = 0.7;
  private static final int HEADER = 8;
  private static final int TAGS = 15;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int DOUBLE = 12;

  private final int side;
  private final int tiles;
  private final int[] offsets;
  private final int[] lengths;

  private BenchRaster(int side) {
    this.side = side;
    this.tiles = (side + TILE - 1) / TILE;
    this.offsets = new int[tiles * tiles];
    this.lengths = new int[tiles * tiles];
  }

  static void write(Path file, int side) throws IOException {
    new BenchRaster(side).write(file);
  }

  private void write(Path file) throws IOException {
    try (FileChannel out =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      out.position(HEADER);
      for (int i = 0; i < offsets.length; i++) {
        byte[] tile = tile(i % tiles * TILE, i / tiles * TILE);
        offsets[i] = (int) out.position();
        lengths[i] = tile.length;
        out.write(ByteBuffer.wrap(tile));
      }
      int directory = (int) (out.position() + 1) / 2 * 2;
      out.write(directory(directory), directory);
      out.write(bytes(HEADER).put(new byte[] {'I', 'I', 42, 0}).putInt(directory).flip(), 0);
    }
  }

  private byte[] tile(int left, int top) throws IOException {
    byte[] bytes = new byte[TILE * TILE * Short.BYTES];
    ByteBuffer cells = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int y = top; y < top + TILE; y++) {
      for (int x = left; x < left + TILE; x++) {
        cells.putShort((short) height(x, y));
      }
    }
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private int height(int x, int y) {
    double cell = Shapes.SIDE / side;
    double wave = Math.sin(x * cell / HILL) * Math.cos(y * cell / HILL);
    return (int) (1_000 + 800 * wave) + (x * 31 + y * 17) % 7;
  }

  /** The tags, and behind them the values of those that do not fit into theirs. */
  private ByteBuffer directory(int at) {
    double cell = Shapes.SIDE / side;
    ByteBuffer tags = bytes(Short.BYTES + TAGS * 12 + Integer.BYTES).putShort((short) TAGS);
    ByteBuffer values = bytes(2 * Integer.BYTES * offsets.length + 256);
    int behind = at + tags.capacity();
    one(tags, 256, LONG, side);
    one(tags, 257, LONG, side);
    one(tags, 258, SHORT, Short.SIZE);
    one(tags, 259, SHORT, 8);
    one(tags, 262, SHORT, 1);
    one(tags, 277, SHORT, 1);
    one(tags, 284, SHORT, 1);
    one(tags, 322, SHORT, TILE);
    one(tags, 323, SHORT, TILE);
    many(tags, 324, LONG, offsets.length, behind + values.position());
    for (int offset : offsets) {
      values.putInt(offset);
    }
    many(tags, 325, LONG, lengths.length, behind + values.position());
    for (int length : lengths) {
      values.putInt(length);
    }
    one(tags, 339, SHORT, 1);
    many(tags, 33550, DOUBLE, 3, behind + values.position());
    values.putDouble(cell).putDouble(cell).putDouble(0);
    many(tags, 33922, DOUBLE, 6, behind + values.position());
    values.putDouble(0).putDouble(0).putDouble(0).putDouble(0).putDouble(Shapes.SIDE).putDouble(0);
    int[] keys = {1, 1, 0, 3, 1024, 0, 1, 2, 1025, 0, 1, 1, 2048, 0, 1, EPSG};
    many(tags, 34735, SHORT, keys.length, behind + values.position());
    for (int key : keys) {
      values.putShort((short) key);
    }
    tags.putInt(0);
    return bytes(tags.capacity() + values.position()).put(tags.flip()).put(values.flip()).flip();
  }

  private static void one(ByteBuffer tags, int tag, int type, int value) {
    tags.putShort((short) tag).putShort((short) type).putInt(1).putInt(value);
  }

  private static void many(ByteBuffer tags, int tag, int type, int count, int at) {
    tags.putShort((short) tag).putShort((short) type).putInt(count).putInt(at);
  }

  private static ByteBuffer bytes(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
