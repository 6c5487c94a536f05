package org.riskcensus.formats.write;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** The {@code .shp} and its index {@code .shx}. Lengths and offsets count 16-bit words. */
final class ShapeFile implements Closeable {

  private static final int HEADER = 100;
  private static final int RECORD_HEADER = 8;

  private final Path shp;
  private final Path shx;
  private final ShapeRecord shape;
  private final DataOutputStream shapes;
  private final DataOutputStream index;
  private final Envelope extent = new Envelope();
  private long length = HEADER;
  private int records;

  ShapeFile(Path shp, Path shx, ShapeRecord shape) throws IOException {
    this.shp = shp;
    this.shx = shx;
    this.shape = shape;
    this.shapes = stream(shp);
    this.index = stream(shx);
  }

  private static DataOutputStream stream(Path file) throws IOException {
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
    out.write(new byte[HEADER]);
    return out;
  }

  void add(@Nullable Geometry geometry) throws IOException {
    byte[] content = shape.encode(geometry);
    records++;
    index.writeInt(Math.toIntExact(length / 2));
    index.writeInt(content.length / 2);
    shapes.writeInt(records);
    shapes.writeInt(content.length / 2);
    shapes.write(content);
    length += RECORD_HEADER + content.length;
    if (geometry != null) {
      extent.expandToInclude(geometry.getEnvelopeInternal());
    }
  }

  /** Bytes of the {@code .shp}; readers take files beyond 2 GB badly. */
  long length() {
    return length;
  }

  void finish() throws IOException {
    close();
    writeHeader(shp, length);
    writeHeader(shx, HEADER + (long) RECORD_HEADER * records);
  }

  private void writeHeader(Path file, long size) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    header.putInt(0, 9994).putInt(24, Math.toIntExact(size / 2));
    header.order(ByteOrder.LITTLE_ENDIAN).putInt(28, 1000).putInt(32, shape.type());
    if (!extent.isNull()) {
      header.putDouble(36, extent.getMinX()).putDouble(44, extent.getMinY());
      header.putDouble(52, extent.getMaxX()).putDouble(60, extent.getMaxY());
    }
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.write(header.array());
    }
  }

  @Override
  public void close() throws IOException {
    try (shapes) {
      index.close();
    }
  }
}
