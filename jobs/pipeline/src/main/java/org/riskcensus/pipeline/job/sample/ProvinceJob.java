package org.riskcensus.pipeline.job.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.riskcensus.pipeline.contract.Contracts;

/**
 * Generates the loss statistics of a made-up province as its counties file them: units, yearbook,
 * reports of disasters and final annual losses, a file each, since accounts, review and corrections
 * are by county and file. Beside them the description and what right statistics must come to. Works
 * county by county; the same configuration gives the same bytes.
 */
public final class ProvinceJob {

  private final ProvinceConfig config;
  private final ProvinceYears years;
  private final ProvinceGrid grid;
  private final Contracts contracts = Contracts.load();
  private final Ledger ledger = new Ledger();
  private final List<SourcePlan> sources = new ArrayList<>();
  private final Map<String, Long> rows = new LinkedHashMap<>();

  private ProvinceJob(ProvinceConfig config) {
    this.config = config;
    this.years = new ProvinceYears(config);
    this.grid = new ProvinceGrid(config.size().counties(), config.size().townships());
  }

  /** Generates into {@code config.out()}; answers the rows written by file. */
  public static Map<String, Long> run(ProvinceConfig config) throws IOException {
    return new ProvinceJob(config).run();
  }

  private Map<String, Long> run() throws IOException {
    List<String> counties = new ArrayList<>();
    Files.createDirectories(config.out().resolve("expected"));
    try (ProvinceTotals totals =
        new ProvinceTotals(
            config.out().resolve("expected/loss_by_unit_year.csv"), config.lastYear())) {
      for (ProvinceUnits.City city : ProvinceUnits.of(config)) {
        for (ProvinceUnits.County county : city.counties()) {
          counties.add(county.code());
          write(county, totals);
        }
        totals.end(ProvinceTotals.Level.CITY);
      }
      totals.end(ProvinceTotals.Level.PROVINCE);
    }
    new ExpectedFiles(config.out().resolve("expected")).write(ledger, List.of());
    CensusYaml.ofProvince(config, counties).write(sources, List.of());
    return rows;
  }

  private void write(ProvinceUnits.County units, ProvinceTotals totals) throws IOException {
    ProvinceCounty county = new ProvinceCounty(config, units, years, contracts);
    for (Layer layer : ProvinceLayers.of(county, grid, totals)) {
      write(layer);
    }
    totals.end(ProvinceTotals.Level.TOWNSHIP);
    totals.end(ProvinceTotals.Level.COUNTY);
  }

  /** Writes the file of a layer, sound as it is, and keeps its account. */
  private void write(Layer layer) throws IOException {
    SourcePlan plan = layer.plan(config.lastYear());
    Ledger.Account account = new Ledger.Account();
    LossJumps jumps = new LossJumps(config.lastYear());
    try (RowFile file = RowFile.open(config.out(), plan)) {
      layer.write(
          config.lastYear(),
          row -> {
            file.write(row);
            account.count(Defect.Fate.ACCEPTED);
            jumps.see(plan.id(), account.read(), row).ifPresent(account::found);
          });
    }
    ledger.add(config.lastYear(), plan.id(), account);
    sources.add(plan);
    rows.put(plan.file(), account.read());
  }
}
