package org.riskcensus.pipeline.job.sample;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes what the losses of a made-up province come to, by unit, year, kind and basis, as they are
 * drawn: lines of a county when it is done, of a city after its counties, of the province at the
 * end. A measure that no report gave stays empty.
 */
final class ProvinceTotals implements Closeable {

  private static final List<String> MEASURES =
      List.of(
          "affected_population",
          "deaths",
          "missing",
          "injured",
          "relocated",
          "drought_need",
          "collapsed_rooms",
          "crop_affected_ha",
          "livestock_dead",
          "direct_loss_wan");
  private static final String ZEROS = "000000000000";

  /** The levels of units, by how many digits of its code tell a unit. */
  enum Level {
    TOWNSHIP(9),
    COUNTY(6),
    CITY(4),
    PROVINCE(2);

    private final int digits;

    Level(int digits) {
      this.digits = digits;
    }

    String unit(String code) {
      return code.substring(0, digits) + ZEROS.substring(digits);
    }
  }

  /** Sums of one line. */
  private static final class Sums {
    private final BigDecimal[] values = new BigDecimal[MEASURES.size()];
    private long reports;

    void add(LossFigures figures) {
      reports++;
      for (int i = 0; i < values.length; i++) {
        BigDecimal value = figures.values().get(MEASURES.get(i));
        if (value != null) {
          values[i] = values[i] == null ? value : values[i].add(value);
        }
      }
    }

    String line() {
      StringBuilder line = new StringBuilder().append(reports);
      for (BigDecimal value : values) {
        line.append(',').append(value == null ? "" : value.toPlainString());
      }
      return line.toString();
    }
  }

  private final Writer out;
  private final int censusYear;
  private final Map<Level, Map<String, Sums>> open = new EnumMap<>(Level.class);

  ProvinceTotals(Path file, int censusYear) throws IOException {
    this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    this.censusYear = censusYear;
    out.write("census_year,admin_code,unit_level,year,hazard_kind,basis,reports,");
    out.write(String.join(",", MEASURES) + "\n");
  }

  /** Takes in what a township's last report on a disaster says. */
  void event(String township, int year, String kind, LossFigures figures) {
    add(Level.TOWNSHIP, String.join(",", township, "" + year, kind, "event_sum"), figures);
  }

  /** Takes in a final annual figure of a county. */
  void annual(String county, int year, String kind, LossFigures figures) {
    add(Level.COUNTY, String.join(",", county, "" + year, kind, "annual_final"), figures);
  }

  /** Adds figures to their unit and those above it, and to all kinds together. */
  private void add(Level lowest, String of, LossFigures figures) {
    String[] parts = of.split(",");
    for (Level level : EnumSet.range(lowest, Level.PROVINCE)) {
      String name = level.name().toLowerCase(Locale.ROOT);
      for (String kind : List.of(parts[2], "all")) {
        String key = String.join(",", level.unit(parts[0]), name, parts[1], kind, parts[3]);
        sums(level).computeIfAbsent(key, k -> new Sums()).add(figures);
      }
    }
  }

  /** Writes the lines of the units of a level, which are done. */
  void end(Level level) throws IOException {
    for (Map.Entry<String, Sums> line : sums(level).entrySet()) {
      out.write(censusYear + "," + line.getKey() + "," + line.getValue().line() + "\n");
    }
    sums(level).clear();
  }

  private Map<String, Sums> sums(Level level) {
    return open.computeIfAbsent(level, l -> new TreeMap<>());
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
