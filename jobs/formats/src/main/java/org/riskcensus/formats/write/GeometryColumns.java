package org.riskcensus.formats.write;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTWriter;

/** The columns that carry geometry in a table of text: {@code lon, lat}, or {@code wkt}. */
final class GeometryColumns {

  private final LayerShape shape;
  private final List<String> headers;

  private GeometryColumns(LayerShape shape, List<String> headers) {
    this.shape = shape;
    this.headers = headers;
  }

  static GeometryColumns of(LayerTarget target) throws UnwritableLayerException {
    LayerShape shape = LayerShape.of(target.schema());
    boolean chinese = target.options().labelsAsHeader();
    if (shape == LayerShape.NONE) {
      return new GeometryColumns(shape, List.of());
    }
    if (shape != LayerShape.POINT) {
      return new GeometryColumns(shape, List.of(chinese ? "几何" : "wkt"));
    }
    if (SpatialReference.of(target).geographic()) {
      return new GeometryColumns(shape, chinese ? List.of("经度", "纬度") : List.of("lon", "lat"));
    }
    return new GeometryColumns(shape, chinese ? List.of("横坐标", "纵坐标") : List.of("x", "y"));
  }

  /** For tables whose cells cannot hold more than a point. */
  static GeometryColumns ofPoints(LayerTarget target) throws UnwritableLayerException {
    return LayerShape.of(target.schema()) == LayerShape.POINT
        ? of(target)
        : new GeometryColumns(LayerShape.NONE, List.of());
  }

  List<String> headers() {
    return headers;
  }

  /** One value a header. */
  List<@Nullable Object> values(@Nullable Geometry geometry) {
    if (headers.isEmpty() || geometry == null || geometry.isEmpty()) {
      return Collections.nCopies(headers.size(), null);
    }
    if (shape == LayerShape.POINT) {
      Coordinate place = geometry.getCoordinate();
      return Arrays.asList(place.x, place.y);
    }
    return Collections.singletonList(new WKTWriter().write(geometry));
  }
}
