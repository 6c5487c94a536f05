package org.riskcensus.pipeline.job.sample;

import java.util.ArrayList;
import java.util.List;
import org.riskcensus.pipeline.job.sample.terrain.Dice;
import org.riskcensus.pipeline.job.sample.terrain.Numeral;

/**
 * The units of a made-up province. Names are numbers and say so. Cities are coded from 51 on, where
 * most provinces have none: a made-up county then has the code of no real one, whose plan targets
 * would be held against it.
 */
final class ProvinceUnits {

  /**
   * A city.
   *
   * @param code four digits
   */
  record City(String code, String name, List<County> counties) {}

  /**
   * A county.
   *
   * @param code six digits
   * @param place its number in the province, from 0
   */
  record County(String code, String name, int place, List<Township> townships) {

    String unitCode() {
      return code + "000000";
    }

    /** Residents in the last year. */
    long residents() {
      return townships.stream().mapToLong(Township::residents).sum();
    }
  }

  /**
   * A township.
   *
   * @param code twelve digits
   * @param residents in the last year
   */
  record Township(String code, String name, long residents) {}

  private static final int FIRST_CITY = 51;
  private static final int FIRST_COUNTY = 21;
  private static final int TOWNS = 99; // 101 to 199, townships from 200
  private static final double RESIDENTS = 2400;

  private ProvinceUnits() {}

  static List<City> of(ProvinceConfig config) {
    int cities = config.size().cities();
    int counties = config.size().counties();
    List<City> list = new ArrayList<>();
    for (int c = 0; c < cities; c++) {
      String code = config.province() + (FIRST_CITY + c);
      List<County> own = new ArrayList<>();
      for (int n = c * counties / cities; n < (c + 1) * counties / cities; n++) {
        own.add(county(code + (FIRST_COUNTY + own.size()), n, config));
      }
      list.add(new City(code, "第" + Numeral.of(c + 1) + "市", own));
    }
    return list;
  }

  private static County county(String code, int place, ProvinceConfig config) {
    Dice dice = Dice.of(config.seed(), code + "/residents");
    List<Township> townships = new ArrayList<>();
    for (int n = 1; n <= config.size().townships(); n++) {
      String name = "第" + Numeral.of(n) + (n <= TOWNS ? "镇" : "乡");
      long residents = 10 * Math.round(RESIDENTS * dice.logNormal(0.4));
      townships.add(new Township("%s%d000".formatted(code, 100 + n), name, residents));
    }
    return new County(code, "第" + Numeral.of(place + 1) + "县", place, townships);
  }
}
