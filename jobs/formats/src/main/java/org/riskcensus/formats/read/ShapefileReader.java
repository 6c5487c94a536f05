package org.riskcensus.formats.read;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.formats.write.FieldType;

/**
 * A Shapefile: shapes of the {@code .shp} beside the rows of the {@code .dbf}, reference system
 * from the {@code .prj}, which like the {@code .shx} may be missing. Rows without a shape, and
 * shapes without a row, come with a problem, so that nothing is lost without a word.
 *
 * <p>Written here, not taken from the H2GIS driver, for the text of numbers (see {@link DbfTable})
 * and because that driver needs the index, closes and regroups rings as it reads, and maps whole
 * files into memory.
 */
final class ShapefileReader extends StreamingReader {

  private final ShapeFile shapes;
  private final DbfTable table;
  private final TableColumns columns;
  private final Optional<String> crs;
  private final ShapeGeometry geometries = new ShapeGeometry();
  private long rowNumber;

  private ShapefileReader(SourceFile file, ShapeFile shapes, DbfTable table, Optional<String> crs)
      throws UnreadableFileException {
    super(file);
    this.shapes = shapes;
    this.table = table;
    this.crs = crs;
    this.columns = TableColumns.ofAttributes(file, table.names());
  }

  static ShapefileReader open(SourceFile file) throws IOException {
    Path dbf =
        file.findSide("dbf")
            .orElseThrow(
                () ->
                    file.unreadable(
                        "the .dbf file with its attributes is missing beside it",
                        "send all files of the Shapefile (.shp .shx .dbf .prj)"));
    file.check(dbf);
    Optional<String> crs = PrjFile.findCrs(file);
    ShapeFile shapes = ShapeFile.open(file, file.path(), file.findSide("shx").orElse(null));
    DbfTable table = null;
    try {
      table = DbfTable.open(file, dbf);
      return new ShapefileReader(file, shapes, table, crs);
    } catch (IOException | RuntimeException e) {
      shapes.close();
      if (table != null) {
        table.close();
      }
      throw e;
    }
  }

  @Override
  @Nullable SourceRow advance() throws IOException {
    while (true) {
      boolean row = table.next();
      boolean shape = shapes.hasNext();
      if (!row && !shape) {
        return null;
      }
      rowNumber++;
      List<String> problems = new ArrayList<>();
      Geometry geometry = shape ? shape(problems) : null;
      if (!shape) {
        problems.add("the .shp file has no shape for this row");
      }
      if (!row) {
        problems.add("the .dbf file has no row for this shape");
      }
      if (!row || !table.deleted()) {
        return row(row ? table.texts(problems) : List.of(), geometry, problems);
      }
    }
  }

  private @Nullable Geometry shape(List<String> problems) throws IOException {
    ByteBuffer record;
    try {
      record = shapes.next();
    } catch (EOFException e) {
      throw file()
          .unreadable(
              "the .shp file is damaged at row " + rowNumber + ": " + e.getMessage(),
              "export it again");
    }
    try {
      return geometries.read(record);
    } catch (FiledGeometry.Unfit e) {
      problems.add("geometry: " + e.getMessage());
      return null;
    }
  }

  private SourceRow row(List<String> texts, @Nullable Geometry geometry, List<String> problems) {
    var attributes = columns.attributes(texts, problems);
    String problem = problems.isEmpty() ? null : String.join("; ", problems);
    return new SourceRow(rowNumber, attributes, geometry, problem);
  }

  @Override
  public List<String> fields() {
    return columns.fields();
  }

  @Override
  public Map<String, FieldType> types() {
    return table.types();
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
    shapes.close();
    table.close();
  }
}
