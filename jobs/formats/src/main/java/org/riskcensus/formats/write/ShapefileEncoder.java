package org.riskcensus.formats.write;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A shapefile: {@code .shp .shx .dbf}, {@code .prj} with Esri's names, and {@code .cpg} that names
 * the charset of the text. What the format cannot hold is refused, never cut: mixed geometry types,
 * text over 254 bytes, characters the charset lacks, names that clash in ten bytes.
 */
final class ShapefileEncoder implements LayerEncoder {

  private static final long MAX_BYTES = Integer.MAX_VALUE;

  private final LayerTarget target;
  private final ShapeFile shapes;
  private final DbfFile attributes;
  private long rows;

  private ShapefileEncoder(LayerTarget target, ShapeFile shapes, DbfFile attributes) {
    this.target = target;
    this.shapes = shapes;
    this.attributes = attributes;
  }

  static LayerEncoder open(LayerTarget target) throws IOException {
    ShapeRecord shape = ShapeRecord.find(LayerShape.of(target.schema()));
    if (shape == null) {
      throw target.refuse(
          "a shapefile holds one kind of geometry, not " + target.schema().geometryType(),
          "write .gpkg, or a layer a kind");
    }
    List<String> names = List.copyOf(DbfNames.of(target).values());
    Charset charset = target.options().charset();
    List<DbfColumn> columns = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      byte[] name = names.get(i).getBytes(charset);
      columns.add(new DbfColumn(name, target.schema().fields().get(i).type()));
    }
    Files.writeString(target.beside(".cpg"), charset.name(), StandardCharsets.US_ASCII);
    if (target.hasGeometry()) {
      Files.writeString(target.beside(".prj"), EsriWkt.of(SpatialReference.of(target)));
    }
    DbfFile attributes = new DbfFile(target.beside(".dbf"), charset, columns);
    return new ShapefileEncoder(
        target, new ShapeFile(target.staged(), target.beside(".shx"), shape), attributes);
  }

  @Override
  public void encode(List<@Nullable Object> values, @Nullable Geometry geometry)
      throws IOException {
    rows++;
    checkCharacters(values);
    shapes.add(geometry);
    int tooLong = attributes.add(values);
    if (tooLong >= 0) {
      throw target.refuse(
          "row "
              + rows
              + ": "
              + target.schema().fields().get(tooLong).name()
              + " is longer than "
              + DbfColumn.MAX_TEXT
              + " bytes",
          "write .gpkg, or leave the field out");
    }
    if (shapes.length() > MAX_BYTES) {
      throw target.refuse("a shapefile ends at 2 GB", "write .gpkg, or fewer rows");
    }
  }

  private void checkCharacters(List<@Nullable Object> values) throws IOException {
    Charset charset = target.options().charset();
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) instanceof String text && !charset.newEncoder().canEncode(text)) {
        throw target.refuse(
            "row "
                + rows
                + ": "
                + target.schema().fields().get(i).name()
                + " = "
                + text
                + " has characters that "
                + charset
                + " lacks",
            "write it in UTF-8 or GB18030");
      }
    }
  }

  @Override
  public void finish() throws IOException {
    shapes.finish();
    attributes.finish();
  }

  @Override
  public void close() throws IOException {
    try (shapes) {
      attributes.close();
    }
  }
}
