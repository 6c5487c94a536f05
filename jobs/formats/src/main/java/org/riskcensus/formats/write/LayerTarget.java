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

  /** A file of another extension beside the staged one. */
  Path beside(String extension) {
    String name = String.valueOf(staged.getFileName());
    return staged.resolveSibling(name.substring(0, name.lastIndexOf('.')) + extension);
  }

  boolean hasGeometry() {
    return schema.geometryType() != null;
  }
}
