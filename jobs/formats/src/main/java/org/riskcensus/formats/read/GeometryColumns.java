package org.riskcensus.formats.read;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * Geometry kept in the text columns of a table: one column of well-known text, or a pair of
 * coordinates. Named by the options {@code wkt}, or {@code x} and {@code y}; without them columns
 * called {@code wkt}, or {@code lon}/{@code lat}, {@code longitude}/{@code latitude}, {@code
 * 经度}/{@code 纬度}, {@code x}/{@code y} are taken.
 *
 * <p>Coordinates are numbers, or degrees with minutes and seconds as {@link AngleText} reads them.
 * A pair stays among the attributes, since people file it as data; well-known text does not.
 */
final class GeometryColumns {

  static final GeometryColumns NONE = new GeometryColumns(null, null, null);

  private static final List<String> WKT_NAMES =
      List.of("wkt", "geometry_wkt", "the_geom", "geom_wkt");
  private static final List<List<String>> PAIRS =
      List.of(
          List.of("lon", "lat"),
          List.of("longitude", "latitude"),
          List.of("经度", "纬度"),
          List.of("x", "y"));

  private final GeometryFactory factory = new GeometryFactory();
  private final @Nullable String wkt;
  private final @Nullable String x;
  private final @Nullable String y;

  private GeometryColumns(@Nullable String wkt, @Nullable String x, @Nullable String y) {
    this.wkt = wkt;
    this.x = x;
    this.y = y;
  }

  static GeometryColumns of(SourceFile file, List<String> names) throws UnreadableFileException {
    String wkt = file.options().text("wkt");
    String x = file.options().text("x");
    String y = file.options().text("y");
    if ((x == null) != (y == null)) {
      throw file.unreadable("only one of the options x and y is given", "give both");
    }
    if (wkt == null && x == null) {
      return found(names);
    }
    for (String named : new String[] {wkt, x, y}) {
      if (named != null && !names.contains(named)) {
        throw file.unreadable(
            "it has no column '" + named + "'", "choose among " + String.join(", ", names));
      }
    }
    return new GeometryColumns(wkt, wkt == null ? x : null, wkt == null ? y : null);
  }

  private static GeometryColumns found(List<String> names) {
    for (String candidate : WKT_NAMES) {
      Optional<String> column = find(names, candidate);
      if (column.isPresent()) {
        return new GeometryColumns(column.get(), null, null);
      }
    }
    for (List<String> pair : PAIRS) {
      Optional<String> x = find(names, pair.get(0));
      Optional<String> y = find(names, pair.get(1));
      if (x.isPresent() && y.isPresent()) {
        return new GeometryColumns(null, x.get(), y.get());
      }
    }
    return NONE;
  }

  private static Optional<String> find(List<String> names, String name) {
    return names.stream().filter(n -> n.toLowerCase(Locale.ROOT).equals(name)).findFirst();
  }

  boolean present() {
    return wkt != null || x != null;
  }

  /** Whether a column is geometry only and no attribute. */
  boolean holdsText(String name) {
    return name.equals(wkt);
  }

  /** The row with its geometry; what is wrong with that is added to the problems. */
  SourceRow place(long number, Map<String, String> attributes, List<String> problems) {
    Geometry geometry = null;
    if (wkt != null) {
      String text = attributes.remove(wkt);
      geometry = text == null ? null : parse(text, problems);
    } else if (x != null && y != null) {
      geometry = point(x, y, attributes, problems);
    }
    String problem = problems.isEmpty() ? null : String.join("; ", problems);
    return new SourceRow(number, attributes, geometry, problem);
  }

  private @Nullable Geometry parse(String text, List<String> problems) {
    String plain = text.strip().replaceFirst("^(?i)SRID=[0-9]+;", "");
    try {
      return new WKTReader(factory).read(plain);
    } catch (ParseException | IllegalArgumentException e) {
      problems.add("the well-known text of " + wkt + " is not a geometry: " + e.getMessage());
      return null;
    }
  }

  private @Nullable Geometry point(
      String xName, String yName, Map<String, String> attributes, List<String> problems) {
    String xText = attributes.get(xName);
    String yText = attributes.get(yName);
    if (xText == null && yText == null) {
      return null;
    }
    double px = number(xName, xText, true, problems);
    double py = number(yName, yText, false, problems);
    return Double.isNaN(px) || Double.isNaN(py)
        ? null
        : factory.createPoint(new Coordinate(px, py));
  }

  private static double number(
      String name, @Nullable String text, boolean longitude, List<String> problems) {
    if (text == null) {
      problems.add(name + " is empty");
      return Double.NaN;
    }
    try {
      double value = Double.parseDouble(text.strip());
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      OptionalDouble angle = AngleText.parse(text, longitude);
      if (angle.isEmpty()) {
        problems.add(name + " '" + text + "' is not a number");
      }
      return angle.orElse(Double.NaN);
    }
    problems.add(name + " '" + text + "' is not a finite number");
    return Double.NaN;
  }
}
