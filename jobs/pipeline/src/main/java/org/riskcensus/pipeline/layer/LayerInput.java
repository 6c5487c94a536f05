package org.riskcensus.pipeline.layer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.crs.Crs;
import org.riskcensus.formats.read.SourceHeader;
import org.riskcensus.formats.read.SourceSpec;
import org.riskcensus.formats.read.UnreadableFileException;
import org.riskcensus.formats.write.FieldType;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.TableContract;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * A layer, found and its header read.
 *
 * @param name as the user wrote it
 * @param spec the file; null for a table of the lake
 * @param fields names of the attributes
 * @param types of a file's attributes that are not text; a table knows its own
 * @param crs reference system, given or found in the file; null where neither says
 * @param lonLat whether the columns of the coordinates are called longitude and latitude
 */
public record LayerInput(
    String name,
    @Nullable SourceSpec spec,
    List<String> fields,
    Map<String, FieldType> types,
    @Nullable Crs crs,
    boolean lonLat) {

  private static final Set<String> BOUNDS = Set.of("xmin", "ymin", "xmax", "ymax", "cell");
  private static final String GEOMETRY = "geometry";
  private static final List<List<String>> LON_LAT =
      List.of(List.of("lon", "lat"), List.of("longitude", "latitude"), List.of("经度", "纬度"));

  /** Opens a side; what is wrong goes to the problems, and then there is no input. */
  public static Optional<LayerInput> open(
      LayerSource side, Contracts contracts, Problems problems) {
    boolean crsGiven = side.crs().isPresent();
    Optional<Crs> crs = side.crs().flatMap(Crs::find);
    if (crsGiven && crs.isEmpty()) {
      problems.add(
          side.option() + "-crs",
          0,
          side.crs().get() + " is no known reference system (坐标系); write EPSG:4548");
    }
    boolean charset = side.charset().isEmpty() || isCharset(side.charset().get());
    if (!charset) {
      problems.add(
          side.option() + "-charset",
          0,
          "charset '" + side.charset().get() + "' is not known; write GB18030, GBK or UTF-8");
    }
    boolean readable = charset && (!crsGiven || crs.isPresent());
    Optional<TableContract> table = contracts.find(side.source());
    if (table.isPresent() && !isFile(side.source())) {
      return readable ? ofTable(side, table.get(), problems) : Optional.empty();
    }
    return ofFile(side, readable, crs, problems);
  }

  private static boolean isFile(String source) {
    try {
      return Files.exists(Path.of(source));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static boolean isCharset(String name) {
    try {
      return Charset.isSupported(name);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static Optional<LayerInput> ofTable(
      LayerSource side, TableContract table, Problems problems) {
    if (!table.geometry().present()) {
      problems.add(side.option(), 0, table.name() + " has no geometry");
      return Optional.empty();
    }
    List<String> fields =
        table.columns().stream()
            .map(ColumnContract::name)
            .filter(name -> !name.equals(GEOMETRY) && !BOUNDS.contains(name))
            .toList();
    return Optional.of(new LayerInput(side.source(), null, fields, Map.of(), Crs.CGCS2000, false));
  }

  private static Optional<LayerInput> ofFile(
      LayerSource side, boolean readable, Optional<Crs> given, Problems problems) {
    SourceSpec spec =
        new SourceSpec(
            side.source(),
            side.layer().orElse(null),
            readable ? side.charset().orElse(null) : null,
            given.map(Crs::code).orElse(null),
            Map.of());
    try {
      SourceHeader header = SourceHeader.of(spec);
      if (!header.hasGeometry()) {
        problems.add(
            side.option(),
            0,
            side.source()
                + " has no geometry; it needs columns lon and lat, x and y, or wkt. It has "
                + header.fields());
        return Optional.empty();
      }
      Optional<Crs> crs = header.crs().flatMap(Crs::find);
      if (header.crs().isPresent() && crs.isEmpty()) {
        problems.add(
            side.option(),
            0,
            side.source()
                + " is in "
                + header.crs().get()
                + ", which is not known; say what it is with "
                + side.option()
                + "-crs EPSG:N");
        return Optional.empty();
      }
      return Optional.of(
          new LayerInput(
              side.source(),
              spec,
              header.fields(),
              header.types(),
              crs.orElse(null),
              lonLat(header.fields())));
    } catch (UnreadableFileException e) {
      problems.add(side.option(), 0, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** Size of the file, 0 for a table. */
  public long bytes() {
    try {
      return spec == null ? 0 : Files.size(Path.of(spec.path()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean lonLat(List<String> fields) {
    return LON_LAT.stream().anyMatch(pair -> holdsAll(fields, pair));
  }

  /** Whether the coordinates of points are among the attributes, as in a table of text. */
  public boolean holdsCoordinates() {
    return lonLat || holdsAll(fields, List.of("x", "y"));
  }

  private static boolean holdsAll(List<String> fields, List<String> names) {
    List<String> lower = fields.stream().map(f -> f.toLowerCase(Locale.ROOT)).toList();
    return lower.containsAll(names);
  }
}
