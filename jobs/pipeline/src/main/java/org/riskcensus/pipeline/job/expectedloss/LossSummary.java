package org.riskcensus.pipeline.job.expectedloss;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** The closing summary of a run as text: what was computed, how, and what the user must know. */
public final class LossSummary {

  private final ExpectedLossPlan plan;
  private final LossTotals totals;
  private final PrintWriter out;

  private LossSummary(ExpectedLossPlan plan, LossTotals totals, PrintWriter out) {
    this.plan = plan;
    this.totals = totals;
    this.out = out;
  }

  /** Prints it. Sums are in the unit of the values. */
  public static void print(ExpectedLossPlan plan, LossTotals totals, PrintWriter out) {
    LossSummary summary = new LossSummary(plan, totals, out);
    summary.assets();
    summary.returnPeriods();
    summary.classes();
    summary.method();
    summary.notes();
    out.flush();
  }

  private void line(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
  }

  private void assets() {
    LossTotals.ClassTotal all = totals.all();
    line("Expected loss of %s", plan.task().assets().path());
    line("  assets             %18d", all.assets());
    line("  with hazard        %18d", all.wet());
    line("  outside the grids  %18d%s", totals.assetsOutside(), firstOutside());
    line("  total value        %18.2f", all.value());
    line("  total EAD          %18.2f", all.ead());
  }

  private String firstOutside() {
    List<String> first = totals.firstOutside();
    if (first.isEmpty()) {
      return "";
    }
    String more = totals.assetsOutside() > first.size() ? ", ..." : "";
    return "  damage 0: " + String.join(", ", first) + more;
  }

  private void returnPeriods() {
    LossTotals.ClassTotal all = totals.all();
    line("  %-18s %18s %14s", "return period (a)", "total damage", "deepest (m)");
    List<HazardSource> hazards = plan.task().hazards();
    for (int i = 0; i < hazards.size(); i++) {
      line("  %-18s %18.2f %14.2f", hazards.get(i).label(), all.damage(i), totals.deepestMetres(i));
    }
  }

  private void classes() {
    StringBuilder header =
        new StringBuilder("  %-18s %10s %18s".formatted("class", "assets", "value"));
    List<HazardSource> hazards = plan.task().hazards();
    hazards.forEach(h -> header.append(" %18s".formatted(h.column())));
    line("%s %18s", header, "EAD");
    totals
        .byCurve()
        .forEach(
            (name, total) -> {
              StringBuilder row = new StringBuilder();
              row.append(
                  String.format(
                      Locale.ROOT, "  %-18s %10d %18.2f", name, total.assets(), total.value()));
              for (int i = 0; i < hazards.size(); i++) {
                row.append(String.format(Locale.ROOT, " %18.2f", total.damage(i)));
              }
              line("%s %18.2f", row, total.ead());
            });
  }

  private void method() {
    line("Method: %s", plan.task().method().describe());
  }

  private void notes() {
    plan.notes().forEach(note -> line("Note: %s", note));
    if (totals.assetsPartlyCovered() > 0) {
      line(
          "Note: %d assets lie partly off a grid, or off some grids; there they stay dry",
          totals.assetsPartlyCovered());
    }
    if (totals.assetsFalling() > 0) {
      line(
          "Note: %d assets lose less in a rarer event than in a more frequent one: check the grids",
          totals.assetsFalling());
    }
    if (totals.assetsOutside() > 0 && totals.assetsOutside() == totals.all().assets()) {
      line("Note: no asset lies on any grid: check the reference systems (--crs, --hazard-crs)");
    }
    line("Written to %s", plan.out().toAbsolutePath());
  }
}
