package org.riskcensus.pipeline.job.publish;

import java.util.List;
import org.riskcensus.pipeline.contract.TableContract;
import org.riskcensus.pipeline.lakehouse.Lake;
import org.riskcensus.pipeline.progress.Progress;

/**
 * Tags every table of a release with {@code census-YEAR}. Each mart was replaced in one commit of
 * its own before; the tags are set last, so that a reader by tag sees the release or the one before
 * it.
 */
public final class PublishJob {

  private static final String STEP = "publish";
  private static final List<String> NAMESPACES = List.of("staging", "ops", "marts");

  private PublishJob() {}

  /** Sets the tags; those already right are left alone. */
  public static void run(Lake lake, Progress progress) {
    progress.begin(STEP, "tag " + lake.run().tag());
    long start = System.nanoTime();
    long tagged = 0;
    for (String namespace : NAMESPACES) {
      for (TableContract table : lake.contracts().list(namespace)) {
        tagged += lake.tag(table.name()) ? 1 : 0;
      }
    }
    progress.done(STEP, lake.run().tag() + " (tables)", tagged, (System.nanoTime() - start) / 1e9);
  }
}
