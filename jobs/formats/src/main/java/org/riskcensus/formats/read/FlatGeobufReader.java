package org.riskcensus.formats.read;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.formats.crs.CrsText;
import org.riskcensus.formats.write.FieldType;
import org.wololo.flatgeobuf.generated.Crs;
import org.wololo.flatgeobuf.generated.Feature;
import org.wololo.flatgeobuf.generated.Header;

/**
 * FlatGeobuf: features in the order of the file, whose index, if any, is passed over. Every length
 * is held against the size of the file before it is believed.
 */
final class FlatGeobufReader extends StreamingReader {

  private static final byte[] MAGIC = {0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62};
  private static final int FIRST = 8;
  private static final int LONGEST_HEADER = 1 << 24;
  private static final int NODE_BYTES = 40;

  private final WindowedFile bytes;
  private final FlatGeobufColumns columns;
  private final byte geometryType;
  private final Optional<String> crs;
  private final FlatGeobufGeometry geometries = new FlatGeobufGeometry();
  private final long said;
  private long position;
  private long rowNumber;

  private FlatGeobufReader(SourceFile file, WindowedFile bytes) throws IOException {
    super(file);
    this.bytes = bytes;
    byte[] start = new byte[MAGIC.length];
    if (bytes.size() > FIRST + Integer.BYTES) {
      bytes.bytes(0, start.length).get(start);
    }
    if (!Arrays.equals(start, MAGIC)) {
      throw file.unreadable("this is no FlatGeobuf of version 3", "export it again as FlatGeobuf");
    }
    int length = bytes.bytes(FIRST, Integer.BYTES).getInt();
    if (length < FIRST || length > LONGEST_HEADER || length > bytes.size()) {
      throw file.unreadable(
          "its header claims " + length + " bytes", "it is damaged: send it again");
    }
    ByteBuffer copy = ByteBuffer.allocate(length).put(bytes.bytes(FIRST + Integer.BYTES, length));
    Header header = Header.getRootAsHeader(copy.flip());
    said = header.featuresCount();
    position = FIRST + Integer.BYTES + length + indexBytes(header.indexNodeSize());
    columns = FlatGeobufColumns.of(file, header);
    geometryType = (byte) header.geometryType();
    crs = crs(header.crs());
  }

  static FlatGeobufReader open(SourceFile file) throws IOException {
    WindowedFile bytes = new WindowedFile(FileChannel.open(file.path()));
    try {
      return new FlatGeobufReader(file, bytes);
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  /** Size of the packed tree over the features, by their number and that of a node. */
  private long indexBytes(int nodeSize) throws IOException {
    if (nodeSize == 0 || said == 0) {
      return 0;
    }
    if (nodeSize < 2 || said < 0 || said > bytes.size()) {
      throw file().unreadable("its index is damaged", "export it again");
    }
    long nodes = said;
    for (long level = said; level > 1; nodes += level) {
      level = (level + nodeSize - 1) / nodeSize;
    }
    return Math.max(nodes, said == 1 ? 2 : nodes) * NODE_BYTES;
  }

  private static Optional<String> crs(@Nullable Crs crs) {
    if (crs == null) {
      return Optional.empty();
    }
    String organisation = crs.org() == null ? "EPSG" : crs.org();
    Optional<String> code =
        crs.code() > 0 ? CrsText.findCode(organisation + ":" + crs.code()) : Optional.empty();
    return code.or(() -> Optional.ofNullable(crs.wkt()).flatMap(CrsText::findCode));
  }

  @Override
  @Nullable SourceRow advance() throws IOException {
    if (position == bytes.size()) {
      if (said > rowNumber) {
        throw file()
            .unreadable(
                "it ends after " + rowNumber + " of " + said + " features",
                "it was cut off: send it again");
      }
      return null;
    }
    int length = bytes.bytes(position, Integer.BYTES).getInt();
    if (length < FIRST || length > bytes.size() - position - Integer.BYTES) {
      throw file()
          .unreadable(
              "feature " + (rowNumber + 1) + " claims " + length + " bytes",
              "it was cut off or is damaged: send it again");
    }
    ByteBuffer feature = bytes.bytes(position + Integer.BYTES, length);
    position += Integer.BYTES + length;
    rowNumber++;
    return row(Feature.getRootAsFeature(feature), length);
  }

  private SourceRow row(Feature feature, int length) {
    List<String> problems = new ArrayList<>();
    Map<String, String> attributes = new LinkedHashMap<>();
    columns.read(feature, attributes, problems);
    Geometry geometry = geometry(feature, length, problems);
    String problem = problems.isEmpty() ? null : String.join("; ", problems);
    return new SourceRow(rowNumber, attributes, geometry, problem);
  }

  private @Nullable Geometry geometry(Feature feature, int length, List<String> problems) {
    try {
      return feature.geometry() == null
          ? null
          : geometries.read(feature.geometry(), geometryType, length);
    } catch (FiledGeometry.Unfit e) {
      problems.add("geometry: " + e.getMessage());
      return null;
    }
  }

  @Override
  public List<String> fields() {
    return columns.names();
  }

  @Override
  public Map<String, FieldType> types() {
    return columns.types();
  }

  @Override
  Optional<String> ownCrs() {
    return crs;
  }

  @Override
  public boolean hasGeometry() {
    return true;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
