package org.riskcensus.formats.read;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The records of a {@code .shp} file. The {@code .shx} index leads where it is present, since
 * editing leaves old records between the valid ones; without it records follow each other. No
 * length is believed before it is checked against the size of the file.
 */
final class ShapeFile implements Closeable {

  private static final int HEADER = 100;
  private static final int FILE_CODE = 9994;

  private final SourceFile file;
  private final WindowedFile shp;
  private final @Nullable WindowedFile shx;
  private final long end;
  private long position = HEADER;
  private long index = HEADER;

  private ShapeFile(SourceFile file, WindowedFile shp, @Nullable WindowedFile shx)
      throws IOException {
    this.file = file;
    this.shp = shp;
    this.shx = shx;
    check(shp);
    long said = 2L * shp.bytes(24, 4).order(ByteOrder.BIG_ENDIAN).getInt();
    this.end = shx == null && said >= HEADER ? Math.min(said, shp.size()) : shp.size();
    if (shx == null && said > shp.size()) {
      throw file.unreadable(
          "it ends after " + shp.size() + " of " + said + " bytes",
          "it was cut off: send it again");
    }
  }

  static ShapeFile open(SourceFile file, Path shp, @Nullable Path shx) throws IOException {
    WindowedFile shapes = new WindowedFile(FileChannel.open(shp));
    WindowedFile places = null;
    try {
      places = shx == null ? null : new WindowedFile(FileChannel.open(shx));
      return new ShapeFile(file, shapes, places != null && isIndex(places) ? places : null);
    } catch (IOException | RuntimeException e) {
      shapes.close();
      if (places != null) {
        places.close();
      }
      throw e;
    }
  }

  private static boolean isIndex(WindowedFile shx) throws IOException {
    return shx.size() >= HEADER
        && shx.bytes(0, 4).order(ByteOrder.BIG_ENDIAN).getInt() == FILE_CODE;
  }

  private void check(WindowedFile shp) throws IOException {
    if (shp.size() < HEADER || shp.bytes(0, 4).order(ByteOrder.BIG_ENDIAN).getInt() != FILE_CODE) {
      throw file.unreadable("this is no Shapefile: its header is damaged", "export it again");
    }
    int type = shp.bytes(32, 4).getInt();
    if (type == 31) {
      throw file.unreadable("multipatch shapes are not read", "export the outlines as polygons");
    }
  }

  /** Whether another record follows. */
  boolean hasNext() throws IOException {
    return shx == null ? position + 8 <= end : index + 8 <= shx.size();
  }

  /**
   * The content of the next record, little-endian.
   *
   * @throws EOFException when the record is said to reach past the end of the file
   */
  ByteBuffer next() throws IOException {
    if (shx != null) {
      position = 2L * shx.bytes(index, 4).order(ByteOrder.BIG_ENDIAN).getInt();
      index += 8;
    }
    long start = position;
    if (start < HEADER || start + 8 > end) {
      throw new EOFException("a record is said to lie at byte " + start + " of " + end);
    }
    long length = 2L * shp.bytes(start + 4, 4).order(ByteOrder.BIG_ENDIAN).getInt();
    if (length < 4 || start + 8 + length > end || length > Integer.MAX_VALUE) {
      throw new EOFException(
          "the record at byte " + start + " is said to have " + length + " bytes");
    }
    position = start + 8 + length;
    return shp.bytes(start + 8, (int) length);
  }

  @Override
  public void close() throws IOException {
    shp.close();
    if (shx != null) {
      shx.close();
    }
  }
}
