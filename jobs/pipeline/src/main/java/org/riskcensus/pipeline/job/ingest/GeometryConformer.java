package org.riskcensus.pipeline.job.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Severity;
import org.riskcensus.core.finding.Wording;
import org.riskcensus.core.geometry.GeometryRepair;
import org.riskcensus.core.grid.Cells;
import org.riskcensus.formats.crs.CoordinateTransform;
import org.riskcensus.formats.crs.Crs;
import org.riskcensus.formats.crs.CrsGuess;
import org.riskcensus.pipeline.contract.GeometryKind;
import org.riskcensus.pipeline.spatial.PlaneProjection;

/**
 * Brings one filed geometry into CGCS2000 longitude and latitude and says what is wrong with it. A
 * small invalidity is repaired in staging, with a finding that names reason, place and change of
 * area; whatever would change more of the area than the rule {@code geometry_invalid} allows stays
 * as filed and goes to quarantine.
 */
final class GeometryConformer {

  /** A plausible northing and easting in the places of each other, metres. */
  private static final Envelope GAUSS_KRUGER_SWAPPED = new Envelope(4e5, 6.1e6, 1e5, 9e5);

  /** The same with the number of the zone before the easting. */
  private static final Envelope NUMBERED_SWAPPED = new Envelope(4e5, 6.1e6, 13.1e6, 45.9e6);

  private final GeometryKind kind;
  private final Crs crs;
  private final CoordinateTransform toLonLat;
  private final double maxAreaChange;

  /** China's mainland and seas, degrees. */
  private final Envelope china;

  private final Envelope chinaSwapped;

  GeometryConformer(GeometryKind kind, Crs crs, RowRules rules) {
    this.kind = kind;
    this.maxAreaChange = rules.limit("geometry_invalid", "max_area_change");
    this.china =
        new Envelope(
            rules.limit("outside_china", "min_longitude"),
            rules.limit("outside_china", "max_longitude"),
            rules.limit("outside_china", "min_latitude"),
            rules.limit("outside_china", "max_latitude"));
    this.chinaSwapped =
        new Envelope(china.getMinY(), china.getMaxY(), china.getMinX(), china.getMaxX());
    this.crs = crs;
    this.toLonLat = CoordinateTransform.between(crs, Crs.CGCS2000);
  }

  /**
   * A geometry fit for staging, or none, and the findings.
   *
   * @param lonLat CGCS2000 longitude and latitude; null where the geometry cannot be used
   * @param plane the same in the analysis plane, metres
   * @param repaired whether a repair changed it
   */
  record Conformed(
      @Nullable Geometry lonLat,
      @Nullable Geometry plane,
      boolean repaired,
      List<Finding> findings) {}

  Conformed conform(@Nullable Geometry filed) {
    if (filed == null || filed.isEmpty()) {
      return kind.required()
          ? refused("geometry_missing", Wording.phrase("empty"), Wording.phrase("a_geometry"), null)
          : absent();
    }
    Envelope extent = filed.getEnvelopeInternal();
    if (isSwapped(extent)) {
      Wording expected = Wording.phrase(crs.geographic() ? "longitude_first" : "easting_first");
      Wording observed = Wording.of(place(filed.getCoordinate()));
      return refused("axes_swapped", observed, expected, Wording.phrase("swap_axes"));
    }
    Geometry lonLat;
    try {
      lonLat = toLonLat.apply(filed);
    } catch (IllegalArgumentException e) {
      return elsewhere(filed, Wording.phrase("position_in_crs", crs));
    }
    if (!china.contains(lonLat.getEnvelopeInternal())) {
      return elsewhere(filed, shown(china));
    }
    Geometry plane = PlaneProjection.toPlane(lonLat);
    if (!Cells.covers(plane.getEnvelopeInternal())) {
      return elsewhere(filed, Wording.phrase("position_on_grid"));
    }
    if (!hasKind(lonLat)) {
      return refused("geometry_type", shape(lonLat.getGeometryType()), shape(kind.name()), null);
    }
    return valid(lonLat, plane);
  }

  private boolean isSwapped(Envelope extent) {
    return crs.geographic()
        ? chinaSwapped.contains(extent) && !china.contains(extent)
        : GAUSS_KRUGER_SWAPPED.contains(extent) || NUMBERED_SWAPPED.contains(extent);
  }

  /** Outside China, or in China by another reference system than the one declared. */
  private Conformed elsewhere(Geometry filed, Wording expected) {
    Wording observed = Wording.of(place(filed.getCoordinate()));
    Optional<CrsGuess> guess = CrsGuess.of(filed.getCoordinate()).filter(g -> g.contradicts(crs));
    return guess.isPresent()
        ? refused(
            "crs_contradicted",
            observed,
            Wording.phrase("coordinates_of_crs", crs),
            advice(guess.get()))
        : refused("outside_china", observed, expected, null);
  }

  private Conformed valid(Geometry lonLat, Geometry plane) {
    var repair = GeometryRepair.find(lonLat);
    if (repair.isEmpty()) {
      return new Conformed(lonLat, plane, false, List.of());
    }
    Geometry repaired = repair.get().repaired();
    double change = repair.get().relativeChange();
    boolean usable = change < maxAreaChange && !repaired.isEmpty() && hasKind(repaired);
    Finding finding =
        new Finding(
            "geometry_invalid",
            usable ? Severity.WARNING : Severity.ERROR,
            "geometry",
            invalid(repair.get()),
            Wording.phrase("valid_geometry"),
            Wording.phrase("repaired_ring", String.format(Locale.ROOT, "%.4f", 100 * change)));
    return usable
        ? new Conformed(repaired, PlaneProjection.toPlane(repaired), true, List.of(finding))
        : new Conformed(null, null, false, List.of(finding));
  }

  private boolean hasKind(Geometry geometry) {
    return switch (kind) {
      case POINT -> geometry.getDimension() == 0;
      case LINE -> geometry.getDimension() == 1;
      case POLYGON -> geometry.getDimension() == 2;
      case ANY, OPTIONAL, NONE -> true;
    };
  }

  static Conformed absent() {
    return new Conformed(null, null, false, List.of());
  }

  private static Conformed refused(
      String rule, Wording observed, Wording expected, @Nullable Wording proposal) {
    List<Finding> findings = new ArrayList<>();
    findings.add(new Finding(rule, Severity.ERROR, "geometry", observed, expected, proposal));
    return new Conformed(null, null, false, findings);
  }

  private static Wording invalid(GeometryRepair.Repair repair) {
    return Wording.phrase(phraseOf("invalid", repair.reason()), place(repair.place()));
  }

  /** How to declare the system that numbers look like. */
  static Wording advice(CrsGuess guess) {
    return Wording.phrase(
        phraseOf("declare", guess.look().name()), String.join(" / ", guess.codes()), guess.zone());
  }

  private static Wording shape(String type) {
    return Wording.phrase(phraseOf("shape", type));
  }

  /** The phrase about one of several kinds, such as {@code invalid_self_intersection}. */
  private static String phraseOf(String subject, String kind) {
    return subject + "_" + kind.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "_");
  }

  private static Wording shown(Envelope degrees) {
    return Wording.phrase(
        "lon_lat_range",
        Wording.limit(degrees.getMinX()),
        Wording.limit(degrees.getMaxX()),
        Wording.limit(degrees.getMinY()),
        Wording.limit(degrees.getMaxY()));
  }

  private static String place(@Nullable Coordinate c) {
    return c == null ? "(–)" : String.format(Locale.ROOT, "(%.6f, %.6f)", c.x, c.y);
  }
}
