package org.riskcensus.pipeline.job.sample.terrain;

import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * What is drawn by hand of a county before chance fills in the rest.
 *
 * @param code six digits
 * @param name of the county
 * @param crs the county's Gauss-Kruger plane
 * @param centre in that plane
 * @param shape relative radii of the outline, from east counter-clockwise
 * @param areaM2 area to aim at
 * @param villages how many
 * @param side of the hexagons that make up villages, m
 * @param seats the townships
 */
public record CountyPlan(
    String code,
    String name,
    String crs,
    Coordinate centre,
    List<Double> shape,
    double areaM2,
    int villages,
    double side,
    List<Seat> seats) {

  /** A place given in kilometres east and north of the centre. */
  public Coordinate at(double eastKm, double northKm) {
    return new Coordinate(centre.x + eastKm * 1000, centre.y + northKm * 1000);
  }
}
