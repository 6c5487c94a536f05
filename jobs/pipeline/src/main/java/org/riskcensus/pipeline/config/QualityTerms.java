package org.riskcensus.pipeline.config;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a description demands of the data beyond the rules.
 *
 * @param deadline last day to file; null where there is none
 * @param received the day each source was filed, by its id, where the description says so
 * @param mustReport who must have filed what
 * @param waivers findings that somebody answers for
 */
public record QualityTerms(
    @Nullable LocalDate deadline,
    Map<String, LocalDate> received,
    List<MustReport> mustReport,
    List<Waiver> waivers)
    implements Serializable {

  /** No terms. */
  public static final QualityTerms NONE = new QualityTerms(null, Map.of(), List.of(), List.of());
}
