package org.riskcensus.pipeline.job.sample.terrain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;

/**
 * A county with the townships and villages that tile it. Village names are numbers and say so: only
 * codes and names of the county and its townships are real.
 *
 * @param plan what was drawn by hand
 * @param county the whole
 * @param townships in the order of the plan
 * @param villages grouped by township, in the order of their codes
 */
public record CountyMap(CountyPlan plan, Unit county, List<Unit> townships, List<Unit> villages) {

  /** Draws the county; the same plan and seed give the same map. */
  public static CountyMap draw(CountyPlan plan, long seed) {
    HexGrid grid = grid(plan, seed);
    int[] village =
        new Parcelling(grid, plan.side() * 4, seed)
            .villages(plan.villages(), Dice.of(seed, plan.code() + "/villages"));
    List<Coordinate> seats =
        plan.seats().stream().map(s -> plan.at(s.eastKm(), s.northKm())).toList();
    int[] township = new Townships(grid, village, plan.villages()).of(seats);
    Borders borders = new Borders(grid, village, new Noise(seed + 31, plan.side() * 6));
    return new Drawing(plan, borders, village, township).map();
  }

  /** The bent outline has another area than the drawn one: the drawn one is scaled to fit. */
  private static HexGrid grid(CountyPlan plan, long seed) {
    double fit = 1;
    HexGrid grid = HexGrid.of(outline(plan, fit, seed), plan.side());
    for (int i = 0; i < 3; i++) {
      fit *= plan.areaM2() / grid.area();
      grid = HexGrid.of(outline(plan, fit, seed), plan.side());
    }
    return grid;
  }

  private static Outline outline(CountyPlan plan, double fit, long seed) {
    return new Outline(plan.centre(), plan.shape(), plan.areaM2(), fit, seed);
  }

  /** The stages of one drawing, held together. */
  private static final class Drawing {

    private final CountyPlan plan;
    private final Borders borders;
    private final int[] village;
    private final int[] township;

    Drawing(CountyPlan plan, Borders borders, int[] village, int[] township) {
      this.plan = plan;
      this.borders = borders;
      this.village = village;
      this.township = township;
    }

    CountyMap map() {
      List<Unit> townships = new ArrayList<>();
      List<Unit> villages = new ArrayList<>();
      int[] townshipOfCell = IntStream.of(village).map(v -> township[v]).toArray();
      for (int t = 0; t < plan.seats().size(); t++) {
        Seat seat = plan.seats().get(t);
        String code = seat.code() + "000";
        townships.add(
            new Unit(
                code,
                seat.name(),
                Unit.Level.TOWNSHIP,
                plan.code() + "000000",
                borders.polygon(townshipOfCell, t)));
        addVillages(villages, seat, t);
      }
      Unit county =
          new Unit(
              plan.code() + "000000",
              plan.name(),
              Unit.Level.COUNTY,
              plan.code().substring(0, 4) + "00000000",
              borders.polygon(new int[village.length], 0));
      return new CountyMap(plan, county, townships, villages);
    }

    private void addVillages(List<Unit> villages, Seat seat, int t) {
      int n = 0;
      for (int v = 0; v < township.length; v++) {
        if (township[v] == t) {
          n++;
          String code = seat.code() + String.format("%03d", seat.isStreet() ? n : 200 + n);
          String name = "第" + Numeral.of(n) + (seat.isStreet() ? "社区" : "村");
          villages.add(
              new Unit(
                  code,
                  seat.name() + name,
                  Unit.Level.VILLAGE,
                  seat.code() + "000",
                  borders.polygon(village, v)));
        }
      }
    }
  }
}
