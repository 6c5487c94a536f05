package org.riskcensus.formats.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.riskcensus.formats.style.LayerStyle;

/**
 * Opens the writer for a file by its extension. Every format writes the same bytes for the same
 * rows, and none leaves a half-written file under the target's name.
 */
public final class LayerWriters {

  private LayerWriters() {}

  /**
   * Opens a writer; missing parent folders are made.
   *
   * @throws UnwritableLayerException when the format does not exist or cannot hold the schema
   */
  public static LayerWriter create(Path file, LayerSchema schema, WriteOptions options)
      throws IOException {
    return create(file, schema, options, Optional.empty());
  }

  /**
   * Opens a writer of a layer with a style: a GeoPackage keeps it in {@code layer_styles}, other
   * formats have it beside the file as {@code .qml} and {@code .sld}.
   *
   * @throws UnwritableLayerException when the format does not exist or cannot hold the schema
   */
  public static LayerWriter create(
      Path file, LayerSchema schema, WriteOptions options, Optional<LayerStyle> style)
      throws IOException {
    LayerFormat format =
        LayerFormat.find(extension(file))
            .orElseThrow(
                () ->
                    new UnwritableLayerException(
                        file,
                        "no format is known by this extension",
                        "use one of " + LayerFormat.extensions()));
    check(file, schema);
    if (options.append() && format != LayerFormat.GPKG) {
      throw new UnwritableLayerException(
          file, "cannot be appended to", "append to .gpkg, or write a file a layer");
    }
    StagedFiles files = StagedFiles.beside(file);
    boolean opened = false;
    try {
      LayerTarget target = new LayerTarget(file, files.path(), schema, options);
      FieldNames names = new FieldNames(schema, format.fieldNames(target));
      LayerWriter writer =
          new StagedLayerWriter(
              files, target, format.open(target), names, style.map(names::styled).orElse(null));
      opened = true;
      return writer;
    } finally {
      if (!opened) {
        files.close();
      }
    }
  }

  /** Whether there is a format for the file's extension. */
  public static boolean writes(Path file) {
    return LayerFormat.find(extension(file)).isPresent();
  }

  /** The extensions that can be written, each with its dot, for messages. */
  public static String extensions() {
    return LayerFormat.extensions();
  }

  private static void check(Path file, LayerSchema schema) throws UnwritableLayerException {
    Set<String> names = new HashSet<>();
    for (LayerField field : schema.fields()) {
      if (!names.add(field.name().toLowerCase(Locale.ROOT))) {
        throw new UnwritableLayerException(
            file, "field " + field.name() + " appears twice", "give each field a name of its own");
      }
    }
    if ((schema.geometryType() == null) != (schema.crs() == null)) {
      throw new IllegalArgumentException(
          "a layer has both a geometry type and a reference system, or neither: " + schema);
    }
  }

  private static String extension(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
