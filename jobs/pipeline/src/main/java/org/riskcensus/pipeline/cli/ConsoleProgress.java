package org.riskcensus.pipeline.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.riskcensus.pipeline.progress.Progress;

/** Progress as lines on standard error: one as a step begins, one for each part that is done. */
final class ConsoleProgress implements Progress {

  private final PrintWriter err;

  ConsoleProgress(PrintWriter err) {
    this.err = err;
  }

  @Override
  public synchronized void begin(String step, String what) {
    err.printf(Locale.ROOT, "== %s: %s%n", step, what);
  }

  @Override
  public synchronized void done(String step, String what, long rows, double seconds) {
    double rate = rows / Math.max(seconds, 1e-3);
    err.printf(
        Locale.ROOT,
        "   %-8s %-34s %,10d rows %8.1f s %,10.0f rows/s%n",
        step,
        what,
        rows,
        seconds,
        rate);
  }

  @Override
  public synchronized void note(String message) {
    err.println("   " + message);
  }
}
