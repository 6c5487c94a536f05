package org.riskcensus.pipeline.job.ingest;

import java.util.List;
import java.util.Optional;
import org.riskcensus.pipeline.config.CensusDescription;
import org.riskcensus.pipeline.config.QualityTerms;
import org.riskcensus.pipeline.config.SourceDescription;
import org.riskcensus.pipeline.contract.Contracts;

/**
 * What an ingest works on.
 *
 * @param year census year
 * @param submissions the files, identified by content
 * @param onlySource the single source whose rows are replaced; empty when the description owns all
 *     rows of its year and counties
 * @param maxQuarantinedShare limit of the quality gate, 0 to 1
 * @param quality deadline, units that must report, waivers
 * @param contracts table contracts
 */
public record IngestConfig(
    int year,
    List<Submission> submissions,
    Optional<String> onlySource,
    double maxQuarantinedShare,
    QualityTerms quality,
    Contracts contracts) {

  /** The ingest of a whole description; reads every file once to identify it. */
  public static IngestConfig of(CensusDescription census, Contracts contracts) {
    return new IngestConfig(
        census.year(),
        census.sources().stream().map(SubmissionReader::read).toList(),
        Optional.empty(),
        census.maxQuarantinedShare(),
        census.quality(),
        contracts);
  }

  /** The same for one file alone: rows of other sources stay. */
  public IngestConfig onlyItsSource() {
    return new IngestConfig(
        year,
        submissions,
        Optional.of(submissions.get(0).source().id()),
        maxQuarantinedShare,
        quality,
        contracts);
  }

  List<SourceDescription> sources() {
    return submissions.stream().map(Submission::source).toList();
  }

  List<String> datasets() {
    return sources().stream().map(SourceDescription::dataset).distinct().sorted().toList();
  }
}
