package org.riskcensus.pipeline.job.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.formats.crs.Crs;
import org.riskcensus.pipeline.job.sample.terrain.CountyMap;
import org.riskcensus.pipeline.job.sample.terrain.Dice;
import org.riskcensus.pipeline.job.sample.terrain.River;
import org.riskcensus.pipeline.job.sample.terrain.Unit;

/**
 * All that the layers of one county share.
 *
 * @param map the units
 * @param rivers of the county
 * @param water what nobody builds on
 * @param ground where things may stand
 * @param figures of the yearbook, by year
 * @param weights of the villages in the county's population
 * @param analysis from the county's plane to the equal-area plane
 * @param seed of the sample
 * @param scale how many times as many objects
 */
record County(
    CountyMap map,
    List<River> rivers,
    Geometry water,
    Ground ground,
    List<YearFigures> figures,
    List<Double> weights,
    Projection analysis,
    long seed,
    long scale) {

  private static final double TOWN_WEIGHT = 3;

  static County of(
      CountyMap map,
      List<River> rivers,
      Geometry water,
      List<YearFigures> figures,
      SampleConfig config) {
    Dice dice = Dice.of(config.seed(), map.plan().code() + "/weights");
    List<Double> weights = new ArrayList<>();
    for (Unit village : map.villages()) {
      boolean town = village.name().endsWith("社区");
      weights.add(dice.logNormal(0.45) * (town ? TOWN_WEIGHT : 1));
    }
    return new County(
        map,
        rivers,
        water,
        new Ground(map, water),
        figures,
        List.copyOf(weights),
        new Projection(map.plan().crs(), Crs.ANALYSIS_PLANE.code()),
        config.seed(),
        config.scale());
  }

  String code() {
    return map.plan().code();
  }

  /** Twelve digits. */
  String unitCode() {
    return map.county().code();
  }

  Dice dice(String topic) {
    return Dice.of(seed, code() + "/" + topic);
  }

  List<Unit> villages() {
    return map.villages();
  }

  YearFigures figures(int year) {
    return figures.get(year - YearFigures.FIRST);
  }

  /** Folder of a census year, or the shared one. */
  String file(int year, String name) {
    return year + "/" + code() + "/" + name;
  }

  String sharedFile(String name) {
    return "shared/" + code() + "/" + name;
  }

  /** The residents of each village; whole persons that sum to the county's. */
  long[] residents(int year) {
    long total = figures(year).population();
    long[] residents = new long[weights.size()];
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double running = 0;
    long given = 0;
    for (int v = 0; v < residents.length; v++) {
      running += weights.get(v);
      residents[v] = Math.round(total * running / sum) - given;
      given += residents[v];
    }
    return residents;
  }

  /** Area in hectares in the equal-area plane. */
  double hectares(Geometry shape) {
    return squareMetres(shape) / 10_000;
  }

  /** Area in square metres in the equal-area plane. */
  double squareMetres(Geometry shape) {
    return analysis.apply(shape).getArea();
  }

  List<Defect> defects(SourcePlan plan, int year) {
    return new Defects(this, plan, year).list();
  }

  static LocalDate surveyDate(int year, Dice dice) {
    return LocalDate.of(year, 3, 1).plusDays(dice.between(0, 200));
  }
}
