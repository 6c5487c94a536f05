package org.riskcensus.pipeline.job.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.riskcensus.pipeline.job.sample.terrain.Dice;

/**
 * The disasters of a city, which strike several of its counties; they end in the year they start.
 */
final class ProvinceEvents {

  /**
   * A disaster.
   *
   * @param force 1 for a typical one
   */
  record Event(
      String id, String name, LossKind kind, LocalDate start, LocalDate end, double force) {

    boolean lasts() {
      return !end.isBefore(start.plusDays(2));
    }
  }

  /** Rates are of a city; plausible and no more. */
  private static final List<LossKind> KINDS =
      List.of(
          new LossKind("洪涝", "flood", 3.5, 6, 9, 0.030, 45, 6, 0.28, 0.45),
          new LossKind("台风", "typhoon", 0.8, 7, 9, 0.050, 50, 6, 0.30, 0.45),
          new LossKind("风雹", "hail", 4.5, 4, 8, 0.020, 60, 2, 0.20, 0.75),
          new LossKind("干旱", "drought", 1.0, 5, 8, 0.060, 70, 0, 0.10, 0.97),
          new LossKind("低温冷冻", "freeze", 0.8, 3, 4, 0.020, 70, 0, 0.15, 0.98),
          new LossKind("雪灾", "snow", 0.6, 1, 2, 0.015, 20, 3, 0.18, 0.60),
          new LossKind("地质", "geological", 1.5, 6, 9, 0.006, 0, 20, 0.50, 0.05));

  private ProvinceEvents() {}

  /** The disasters of a year in order of time. */
  static List<Event> of(String city, int year, long seed) {
    Map<String, LossKind> kinds =
        KINDS.stream().collect(Collectors.toMap(LossKind::code, Function.identity()));
    Map<String, Integer> ofKind = new TreeMap<>();
    Dice dice = Dice.of(seed, city + "/events/" + year);
    List<Event> events = new ArrayList<>();
    for (LossHistory.Named named :
        LossHistory.unnamed(KINDS, year, dice).stream().sorted(LossHistory.IN_TIME).toList()) {
      LossKind kind = Objects.requireNonNull(kinds.get(named.kind()));
      int n = ofKind.merge(named.kind(), 1, Integer::sum);
      events.add(
          new Event(
              "E%s-%d-%02d".formatted(city, year, events.size() + 1),
              "%d年第%d次%s".formatted(year, n, kind.name()),
              kind,
              named.start(),
              named.start().plusDays(named.days()),
              named.force()));
    }
    return events;
  }
}
