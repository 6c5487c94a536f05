package org.riskcensus.formats.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/**
 * Geometry of GeoJSON as filed: rings are neither closed nor turned. Written here because the
 * reader of JTS takes a whole document and its JSON library reads numbers through boxed maps.
 */
final class GeoJsonGeometry {

  private final FiledGeometry shapes = new FiledGeometry();

  /** The geometry object at the parser's place; null, with a problem, when it is none. */
  @Nullable Geometry read(JsonParser json, List<String> problems) throws IOException {
    return build(parts(json), problems);
  }

  private static Parts parts(JsonParser json) throws IOException {
    Parts parts = new Parts();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String member = json.currentName();
      json.nextToken();
      parts.take(member, json);
    }
    return parts;
  }

  @Nullable Geometry build(Parts parts, List<String> problems) {
    try {
      return shape(parts);
    } catch (FiledGeometry.Unfit e) {
      problems.add("geometry: " + e.getMessage());
      return null;
    } catch (ClassCastException e) {
      problems.add("geometry: the coordinates are not those of a " + parts.type);
      return null;
    }
  }

  private Geometry shape(Parts parts) throws FiledGeometry.Unfit {
    if (parts.type.equals("GeometryCollection")) {
      List<Geometry> members = new ArrayList<>();
      for (Parts member : parts.members) {
        members.add(shape(member));
      }
      return shapes.collection(members);
    }
    Object at = parts.coordinates;
    if (at == null) {
      throw new FiledGeometry.Unfit("it has no coordinates");
    }
    return switch (parts.type) {
      case "Point" ->
          at instanceof List<?> none && none.isEmpty()
              ? shapes.noPoint()
              : shapes.point(vertex((double[]) at));
      case "MultiPoint" -> shapes.points(vertices(at));
      case "LineString" -> shapes.line(vertices(at));
      case "MultiLineString" -> shapes.lines(parts(at));
      case "Polygon" -> shapes.polygon(parts(at));
      case "MultiPolygon" -> {
        List<List<Coordinate[]>> polygons = new ArrayList<>();
        for (Object polygon : (List<?>) at) {
          polygons.add(parts(polygon));
        }
        yield shapes.polygons(polygons);
      }
      default -> throw new FiledGeometry.Unfit("'" + parts.type + "' is no geometry type");
    };
  }

  private static List<Coordinate[]> parts(Object nested) throws FiledGeometry.Unfit {
    List<Coordinate[]> parts = new ArrayList<>();
    for (Object part : (List<?>) nested) {
      parts.add(vertices(part));
    }
    return parts;
  }

  private static Coordinate[] vertices(Object nested) throws FiledGeometry.Unfit {
    List<?> list = (List<?>) nested;
    Coordinate[] vertices = new Coordinate[list.size()];
    for (int i = 0; i < vertices.length; i++) {
      vertices[i] = vertex((double[]) list.get(i));
    }
    return vertices;
  }

  private static Coordinate vertex(double[] position) throws FiledGeometry.Unfit {
    if (position.length < 2) {
      throw new FiledGeometry.Unfit("a position has fewer than two numbers");
    }
    return new Coordinate(position[0], position[1]);
  }

  /** The members of a geometry object, which come in any order. */
  static final class Parts {
    private String type = "";
    private @Nullable Object coordinates;
    private final List<Parts> members = new ArrayList<>();

    void take(String member, JsonParser json) throws IOException {
      switch (member) {
        case "type" -> {
          type = json.currentToken().isScalarValue() ? json.getText() : "";
          json.skipChildren();
        }
        case "coordinates" -> coordinates = nested(json);
        case "geometries" -> takeMembers(json);
        default -> json.skipChildren();
      }
    }

    private void takeMembers(JsonParser json) throws IOException {
      if (json.currentToken() != JsonToken.START_ARRAY) {
        json.skipChildren();
        return;
      }
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (json.currentToken() == JsonToken.START_OBJECT) {
          members.add(parts(json));
        } else {
          json.skipChildren();
        }
      }
    }

    boolean isGeometry() {
      return coordinates != null || !members.isEmpty();
    }

    /** An array of numbers as {@code double[]}, any other array as a list. */
    private static @Nullable Object nested(JsonParser json) throws IOException {
      if (json.currentToken() != JsonToken.START_ARRAY) {
        json.skipChildren();
        return null;
      }
      List<Object> list = new ArrayList<>();
      double[] numbers = new double[4];
      int count = 0;
      boolean strange = false;
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (json.currentToken().isNumeric()) {
          if (count < numbers.length) {
            numbers[count] = json.getDoubleValue();
          }
          count++;
        } else {
          Object item = nested(json);
          strange |= item == null;
          list.add(item == null ? "" : item);
        }
      }
      if (count > 0) {
        return strange || !list.isEmpty()
            ? list
            : java.util.Arrays.copyOf(numbers, Math.min(count, numbers.length));
      }
      return list;
    }
  }
}
