package org.riskcensus.formats.write;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ByteOrderValues;
import org.locationtech.jts.io.WKBWriter;

/** The binary geometry of OGC 12-128r18 §2.1.3: a header with the envelope, then WKB. */
final class GeoPackageGeometry {

  private static final int LITTLE_ENDIAN = 1;
  private static final int ENVELOPE_XY = 1 << 1;
  private static final int EMPTY = 1 << 4;

  private GeoPackageGeometry() {}

  static byte[] encode(Geometry geometry, int srsId) {
    byte[] wkb = new WKBWriter(2, ByteOrderValues.LITTLE_ENDIAN).write(geometry);
    boolean empty = geometry.isEmpty();
    boolean enveloped = !empty && geometry.getDimension() > 0;
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + (enveloped ? 32 : 0) + wkb.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 'G').put((byte) 'P').put((byte) 0);
    bytes.put((byte) (LITTLE_ENDIAN | (enveloped ? ENVELOPE_XY : 0) | (empty ? EMPTY : 0)));
    bytes.putInt(srsId);
    if (enveloped) {
      Envelope envelope = geometry.getEnvelopeInternal();
      bytes.putDouble(envelope.getMinX()).putDouble(envelope.getMaxX());
      bytes.putDouble(envelope.getMinY()).putDouble(envelope.getMaxY());
    }
    return bytes.put(wkb).array();
  }
}
