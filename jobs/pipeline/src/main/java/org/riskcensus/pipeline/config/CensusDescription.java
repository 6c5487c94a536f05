package org.riskcensus.pipeline.config;

import java.time.LocalDate;
import java.util.List;

/**
 * What a user writes to define one census year: which files, which counties, which settings.
 *
 * @param path the description's own file, for messages
 * @param census short name of the census
 * @param title name for readers, in Chinese
 * @param year census year; the release is tagged {@code census-YEAR}
 * @param logicalDate the date the run counts as: never the clock
 * @param counties six-digit codes of the counties that report
 * @param cellSizes sides of the assessment cells
 * @param maxQuarantinedShare share of rows in quarantine above which the run is refused, 0 to 1
 * @param quality deadline, units that must report, waivers
 * @param synthetic whether the data are made up; maps and tables then say so
 * @param sources the files
 */
public record CensusDescription(
    String path,
    String census,
    String title,
    int year,
    LocalDate logicalDate,
    List<String> counties,
    CellSizes cellSizes,
    double maxQuarantinedShare,
    QualityTerms quality,
    boolean synthetic,
    List<SourceDescription> sources) {}
