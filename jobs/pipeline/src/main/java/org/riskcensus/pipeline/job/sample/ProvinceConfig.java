package org.riskcensus.pipeline.job.sample;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A province of loss statistics to generate.
 *
 * @param province two digits of its code
 * @param size how much of it
 * @param seed the same seed gives the same bytes
 * @param out directory to write to
 */
public record ProvinceConfig(String province, Size size, long seed, Path out) {

  /**
   * How much to generate.
   *
   * @param cities of the province
   * @param counties of the province, dealt evenly to its cities
   * @param townships of each county
   * @param years of losses, the last of them 2025
   */
  public record Size(int cities, int counties, int townships, int years) {

    /** Cities of as many counties: one for ten, as is common. */
    public static int citiesOf(int counties) {
      return Math.min(MAX_CITIES, Math.max(1, (int) Math.ceil(counties / 10.0)));
    }
  }

  private static final int MAX_CITIES = 20;
  private static final int MAX_COUNTIES_OF_CITY = 60;
  private static final int MAX_TOWNSHIPS = 299;
  private static final int MAX_YEARS = 76;

  /** Refuses what cannot be generated, naming every problem. */
  public ProvinceConfig {
    List<String> problems = new ArrayList<>();
    if (!province.matches("[1-8][1-9]")) {
      problems.add("a province is two digits such as 37, got '" + province + "'");
    }
    between("cities", size.cities(), 1, MAX_CITIES, problems);
    int most = MAX_COUNTIES_OF_CITY * Math.max(1, Math.min(MAX_CITIES, size.cities()));
    between("counties", size.counties(), Math.max(1, size.cities()), most, problems);
    between("townships", size.townships(), 1, MAX_TOWNSHIPS, problems);
    between("years", size.years(), 1, MAX_YEARS, problems);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
  }

  private static void between(String what, int n, int low, int high, List<String> problems) {
    if (n < low || n > high) {
      problems.add("%s must be %d to %d, got %d".formatted(what, low, high, n));
    }
  }

  /** The census year, and the last year of losses. */
  int lastYear() {
    return YearFigures.LAST;
  }

  int firstYear() {
    return lastYear() - size.years() + 1;
  }
}
