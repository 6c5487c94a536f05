package org.riskcensus.pipeline.job.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Generates the synthetic census: files of two years, their descriptions, and the expected results
 * beside them. Runs without Spark and streams rows to disk; the same configuration gives the same
 * bytes.
 */
public final class SampleJob {

  static final List<Integer> YEARS = List.of(2024, 2025);

  private final SampleConfig config;
  private final Ledger ledger = new Ledger();
  private final Expected expected = new Expected();
  private final Map<Integer, List<SourcePlan>> sources = new TreeMap<>();

  private SampleJob(SampleConfig config) {
    this.config = config;
  }

  /** Generates into {@code config.out()}; answers the rows written by file. */
  public static Map<String, Long> run(SampleConfig config) throws IOException {
    return new SampleJob(config).run();
  }

  private Map<String, Long> run() throws IOException {
    Map<String, Long> rows = new LinkedHashMap<>();
    for (String code : config.counties()) {
      boolean plain = code.equals(PlainCounty.PLAN.code());
      write(plain ? PlainCounty.of(config) : MountainCounty.of(config), rows);
    }
    for (Map.Entry<Integer, List<SourcePlan>> year : sources.entrySet()) {
      List<Defect> defects = ledger.defects(year.getKey());
      CensusYaml.ofCounties(config, year.getKey()).write(year.getValue(), defects);
    }
    new ExpectedFiles(config.out().resolve("expected")).write(ledger, expected.tables());
    return rows;
  }

  private void write(SampleCounty sample, Map<String, Long> rows) throws IOException {
    for (Layer layer : sample.layers()) {
      for (int year : YEARS) {
        SourcePlan plan = layer.plan(year);
        boolean filed = plan.isShared() || sample.files(layer, year);
        boolean again = plan.isShared() && year > YEARS.get(0);
        if (filed && !again) {
          List<Integer> serves = plan.isShared() ? YEARS : List.of(year);
          Ledger.Account account = write(sample.county(), layer, plan, serves);
          rows.put(plan.file(), account.read());
        }
      }
    }
  }

  private Ledger.Account write(County county, Layer layer, SourcePlan plan, List<Integer> serves)
      throws IOException {
    int year = serves.get(0);
    Ledger.Account account =
        SourceFile.write(
            config.out(),
            layer,
            year,
            county,
            row -> serves.forEach(y -> expected.accept(y, county, plan, row)));
    for (int served : serves) {
      ledger.add(served, plan.id(), account);
      sources.computeIfAbsent(served, y -> new ArrayList<>()).add(plan);
    }
    return account;
  }
}
