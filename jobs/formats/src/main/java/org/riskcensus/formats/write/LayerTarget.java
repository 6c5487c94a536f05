package org.riskcensus.formats.write;

import java.nio.file.Path;

/**
 * What an encoder is asked to write.
 *
 * @param file the name users know, for messages
 * @param staged where the bytes go
 * @param schema the layer
 * @param options how
 */
record LayerTarget(Path file, Path staged, LayerSchema schema, WriteOptions options) {

  UnwritableLayerException refuse(String reason, String advice) {
    return new UnwritableLayerException(file, reason, advice);
  }

  boolean hasGeometry() {
    return schema.geometryType() != null;
  }
}
