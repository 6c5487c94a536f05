package org.riskcensus.pipeline.job.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.riskcensus.pipeline.job.sample.terrain.Dice;

/**
 * The yearbook 统计年鉴 of a made-up county: residents and production grow evenly, consumer prices are
 * those of the whole province. One year more than losses have, as an index tells of two years.
 */
final class ProvinceYears {

  private static final double GROWTH_OF_RESIDENTS = 0.004;
  private static final double GROWTH_OF_PRODUCTION = 1.085;
  private static final int INSURED_YEARS = 10;

  private final ProvinceConfig config;
  private final Map<Integer, Double> prices = new TreeMap<>();

  ProvinceYears(ProvinceConfig config) {
    this.config = config;
    Dice dice = Dice.of(config.seed(), config.province() + "/prices");
    for (int year = config.firstYear() - 1; year <= config.lastYear(); year++) {
      prices.put(year, Rounded.to1(100.5 + 1.7 * dice.logNormal(0.5)));
    }
  }

  /** Residents of a year, of those of the last one. */
  double residents(int year) {
    return 1 - GROWTH_OF_RESIDENTS * (config.lastYear() - year);
  }

  /** What is produced and lost for each head in a year, of that in the last one; nominal. */
  double money(int year) {
    return StrictMath.pow(GROWTH_OF_PRODUCTION, year - config.lastYear());
  }

  List<FiledRow> rows(ProvinceUnits.County county) {
    Dice dice = Dice.of(config.seed(), county.code() + "/yearbook");
    double perHead = dice.uniform(4, 11);
    List<FiledRow> rows = new ArrayList<>();
    for (int year = config.firstYear() - 1; year <= config.lastYear(); year++) {
      rows.add(row(county, year, perHead * money(year), dice));
    }
    return rows;
  }

  private FiledRow row(ProvinceUnits.County county, int year, double perHead, Dice dice) {
    int age = config.lastYear() - year;
    long population = Math.round(county.residents() * residents(year));
    FiledRow row =
        FiledRow.of(
            null,
            "object_id",
            "YB%s-%d".formatted(county.code(), year),
            "admin_code",
            county.unitCode(),
            "source_department",
            county.name() + "统计局",
            "year",
            year,
            "population",
            population,
            "urban_population",
            Math.round(population * Math.max(0.1, 0.64 - 0.011 * age)),
            "gdp_wan",
            Rounded.to2(population * perHead),
            "cpi_prev_100",
            Objects.requireNonNull(prices.get(year)),
            "forest_ha",
            Rounded.to1(0.02 * county.residents()),
            "information_covered",
            Math.round(population * Math.max(0.1, 0.97 - 0.015 * age)));
    if (age >= INSURED_YEARS) {
      return row;
    }
    long insured = Math.round(population * (0.9 - 0.03 * age));
    double premium = Rounded.to2(insured * 0.0003);
    return row.with("insured_persons", insured)
        .with("insurance_premium_wan", premium)
        .with("insurance_payout_wan", Rounded.to2(premium * dice.uniform(0.2, 1.1)));
  }
}
