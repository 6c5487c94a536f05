package org.riskcensus.pipeline.job.danger;

import org.riskcensus.core.hazard.DangerLoop;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.progress.Progress;

/** Reads the hidden dangers of this and the census year before, and replaces the register. */
public final class DangerJob {

  /** The table it writes. */
  public static final String TABLE = "marts.danger_register";

  private static final String DANGERS = "staging.hidden_danger";

  private DangerJob() {}

  /** Runs the job, unless this run has made its table before. */
  public static void run(Lake lake, Progress progress) {
    if (lake.holds(TABLE)) {
      return;
    }
    long start = System.nanoTime();
    int year = lake.run().year();
    DangerTransform transform =
        new DangerTransform(
            new DangerLoop(lake.contracts().codeList("danger_status").codes()),
            lake.run().logicalDate());
    long rows =
        lake.replaceYear(
            TABLE,
            year,
            transform.apply(
                lake.read(DANGERS, year),
                lake.read(DANGERS, year - 1),
                lake.read("staging.admin_unit", year)));
    progress.done("dangers", TABLE, rows, (System.nanoTime() - start) / 1e9);
  }
}
