package org.riskcensus.pipeline.job.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Severity;
import org.riskcensus.core.finding.Wording;
import org.riskcensus.pipeline.audit.check.Found;
import org.riskcensus.pipeline.config.QualityTerms;

/** Findings about whole sources: late ones, and others' as rows. Few, one a source at most. */
final class SourceFindings {

  private final IngestConfig config;

  SourceFindings(IngestConfig config) {
    this.config = config;
  }

  /** Sources filed after the deadline 逾期报送; nothing is said of those whose day is not known. */
  List<SourceFinding> late() {
    QualityTerms terms = config.quality();
    LocalDate deadline = terms.deadline();
    List<SourceFinding> late = new ArrayList<>();
    if (deadline != null) {
      for (Submission submission : config.submissions()) {
        LocalDate received = terms.received().get(submission.source().id());
        if (received != null && received.isAfter(deadline)) {
          late.add(
              new SourceFinding(
                  submission.source().id(),
                  new Finding(
                      "late",
                      Severity.WARNING,
                      "",
                      Wording.of(received),
                      Wording.of("≤ " + deadline),
                      null)));
        }
      }
    }
    return late;
  }

  /** Findings as rows. */
  Dataset<Row> rows(SparkSession spark, List<SourceFinding> findings) {
    Map<String, Submission> submissions = new HashMap<>();
    config.submissions().forEach(s -> submissions.put(s.source().id(), s));
    List<Row> rows = new ArrayList<>();
    for (SourceFinding of : findings) {
      Submission s = submissions.get(of.source());
      if (s != null) {
        rows.add(
            RowFactory.create(
                s.source().dataset(),
                s.source().county(),
                s.source().id(),
                s.id(),
                s.source().file(),
                null,
                null,
                null,
                Found.row(of.finding())));
      }
    }
    return spark.createDataFrame(rows, Found.TYPE);
  }
}
