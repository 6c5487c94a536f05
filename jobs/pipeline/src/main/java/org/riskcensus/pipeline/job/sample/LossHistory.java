package org.riskcensus.pipeline.job.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.riskcensus.pipeline.job.sample.terrain.Dice;
import org.riskcensus.pipeline.job.sample.terrain.Unit;

/** The disasters of a county from 2015 to 2025, with the final figures of each township struck. */
final class LossHistory {

  /**
   * A disaster known by name, beside those that chance brings.
   *
   * @param kind code of its kind
   * @param force how much worse than typical
   * @param deaths in the township struck first
   */
  record Named(String name, String kind, LocalDate start, int days, double force, int deaths) {}

  /** What one township lost in one disaster. */
  record Strike(Unit township, LossFigures figures, double reliefHours) {}

  /** One disaster. */
  record Disaster(
      String id,
      String name,
      LossKind kind,
      LocalDate start,
      LocalDate end,
      List<Strike> strikes) {}

  static final Comparator<Named> IN_TIME =
      Comparator.comparing(Named::start).thenComparing(Named::kind);

  private final County county;
  private final List<Disaster> disasters = new ArrayList<>();

  LossHistory(County county, List<LossKind> kinds, List<Named> named, double reliefHours) {
    this.county = county;
    Dice dice = county.dice("losses");
    List<Named> all = new ArrayList<>(named);
    for (int year = YearFigures.FIRST; year <= YearFigures.LAST; year++) {
      all.addAll(unnamed(kinds, year, dice));
    }
    all.sort(IN_TIME);
    Map<String, LossKind> byCode = new TreeMap<>();
    kinds.forEach(kind -> byCode.put(kind.code(), kind));
    Map<Integer, Integer> ofYear = new TreeMap<>();
    for (Named event : all) {
      LossKind kind = byCode.get(event.kind());
      if (kind == null) {
        throw new IllegalArgumentException("no kind " + event.kind() + " in " + county.code());
      }
      int n = ofYear.merge(event.start().getYear(), 1, Integer::sum);
      disasters.add(disaster(event, kind, n, reliefHours, dice));
    }
  }

  /** The disasters that chance brings in a year, kind by kind. */
  static List<Named> unnamed(List<LossKind> kinds, int year, Dice dice) {
    List<Named> drawn = new ArrayList<>();
    for (LossKind kind : kinds) {
      int events = (int) kind.perYear() + (dice.chance(kind.perYear() % 1) ? 1 : 0);
      for (int n = 0; n < events; n++) {
        drawn.add(unnamed(kind, year, dice));
      }
    }
    return drawn;
  }

  private static Named unnamed(LossKind kind, int year, Dice dice) {
    int month = dice.between(kind.firstMonth(), kind.lastMonth());
    LocalDate start = LocalDate.of(year, month, dice.between(1, 24));
    int days = kind.code().equals("drought") ? dice.between(20, 45) : dice.between(0, 3);
    return new Named("", kind.code(), start, days, dice.logNormal(0.6), 0);
  }

  private Disaster disaster(Named event, LossKind kind, int n, double reliefHours, Dice dice) {
    int year = event.start().getYear();
    long[] residents = county.residents(year);
    List<Unit> townships = new ArrayList<>(county.map().townships());
    int struck = (int) Math.min(townships.size(), 1 + 2.2 * event.force() * dice.uniform(0.5, 1.5));
    List<Strike> strikes = new ArrayList<>();
    for (int i = 0; i < struck; i++) {
      Unit township = townships.remove(dice.between(0, townships.size() - 1));
      long people = 0;
      for (int v = 0; v < residents.length; v++) {
        people += county.villages().get(v).parent().equals(township.code()) ? residents[v] : 0;
      }
      int deaths = i == 0 ? event.deaths() : 0;
      LossFigures figures = kind.strike(people, event.force(), deaths, dice);
      double hours = Rounded.to1(reliefHours * dice.uniform(0.35, 0.98));
      strikes.add(new Strike(township, figures, hours));
    }
    strikes.sort(Comparator.comparing(s -> s.township().code()));
    String id = "E%s-%d-%02d".formatted(county.code(), year, n);
    String name =
        event.name().isEmpty() ? "%d年第%d次%s".formatted(year, n, kind.name()) : event.name();
    LocalDate end = event.start().plusDays(event.days());
    return new Disaster(id, name, kind, event.start(), end, strikes);
  }

  /** The disasters that began up to the end of {@code year}, in order. */
  List<Disaster> until(int year) {
    return disasters.stream().filter(d -> d.start().getYear() <= year).toList();
  }
}
