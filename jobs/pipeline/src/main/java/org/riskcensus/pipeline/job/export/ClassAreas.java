package org.riskcensus.pipeline.job.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.formats.map.ClassArea;
import org.riskcensus.formats.map.MapColour;
import org.riskcensus.pipeline.contract.CodeList;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.words.MapPhrases;

/** The classes of one county and hazard, with what the legend says of them. */
final class ClassAreas {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final double SQUARE_METRES_PER_KM2 = 1e6;

  /** Below this share of the county the rest is rounding, not an area outside every class. */
  private static final double NO_REST = 1e-6;

  private final Map<String, List<Polygon>> polygons = new TreeMap<>();
  private final Map<String, Double> areas = new TreeMap<>();

  void add(String code, double squareMetres, byte[] wkb) {
    areas.merge(code, squareMetres, Double::sum);
    List<Polygon> parts = polygons.computeIfAbsent(code, c -> new ArrayList<>());
    for (Object part : PolygonExtracter.getPolygons(Wkb.read(wkb))) {
      parts.add((Polygon) part);
    }
  }

  double squareMetres() {
    return areas.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /**
   * Legend entries, every class of the list from high to low, not assessed only where it occurs;
   * last what lies in none.
   *
   * @param countySquareMetres area of the county on the same plane
   */
  List<ClassArea> legend(
      MapTheme theme, Contracts contracts, MapPhrases phrases, double countySquareMetres) {
    List<ClassArea> legend = new ArrayList<>();
    for (CodeList.Entry entry : contracts.codeList(theme.codeList()).entries()) {
      List<Polygon> parts = polygons.getOrDefault(entry.code(), List.of());
      double area = areas.getOrDefault(entry.code(), 0.0);
      MapColour colour = theme.colour(entry.code(), contracts.levels());
      if (colour == MapColour.MISSING && parts.isEmpty()) {
        continue;
      }
      legend.add(
          new ClassArea(
              phrases.name(entry),
              colour,
              GEOMETRY.createMultiPolygon(parts.toArray(Polygon[]::new)),
              area / SQUARE_METRES_PER_KM2));
    }
    double rest = countySquareMetres - squareMetres();
    if (rest > NO_REST * countySquareMetres) {
      legend.add(
          new ClassArea(phrases.outside(), MapColour.OUTSIDE, null, rest / SQUARE_METRES_PER_KM2));
    }
    return legend;
  }
}
