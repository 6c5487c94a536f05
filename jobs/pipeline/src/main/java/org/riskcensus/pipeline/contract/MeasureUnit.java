package org.riskcensus.pipeline.contract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A unit values are filed in, as a fraction of the base unit of its dimension: 亩 mu is 10000/15 m².
 *
 * @param names the name contracts use, then others
 */
record MeasureUnit(
    String dimension, BigDecimal numerator, BigDecimal denominator, List<String> names) {

  private static final List<MeasureUnit> ALL =
      List.of(
          of("length", 1, 1000, "mm", "毫米"),
          of("length", 1, 100, "cm", "厘米"),
          of("length", 1, 1, "m", "米"),
          of("length", 1000, 1, "km", "公里", "千米"),
          of("rate", 1, 1, "mm/a", "毫米/年"),
          of("rate", 10, 1, "cm/a", "厘米/年"),
          of("area", 1, 1, "m2", "平方米"),
          of("area", 10_000, 15, "mu", "亩"),
          of("area", 10_000, 1, "ha", "公顷"),
          of("area", 1_000_000, 1, "km2", "平方公里", "平方千米"),
          of("volume", 1, 1, "m3", "立方米"),
          of("volume", 10_000, 1, "wan_m3", "万立方米"),
          of("money", 1, 1, "yuan", "元"),
          of("money", 10_000, 1, "万元", "wan"),
          of("money", 100_000_000, 1, "yi", "亿元"),
          of("persons", 1, 1, "人", "person"),
          of("persons", 10_000, 1, "万人", "wan_person"),
          of("time", 1, 1, "h", "小时"),
          of("time", 24, 1, "d", "天"),
          of("speed", 1, 1, "m/s", "米/秒"));

  private static MeasureUnit of(
      String dimension, long numerator, long denominator, String... names) {
    return new MeasureUnit(
        dimension, BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator), List.of(names));
  }

  static Optional<MeasureUnit> find(String name) {
    return ALL.stream().filter(unit -> unit.names.contains(name)).findFirst();
  }

  boolean measuresLike(MeasureUnit other) {
    return dimension.equals(other.dimension);
  }
}
