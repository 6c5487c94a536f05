package org.riskcensus.pipeline.job.export;

import java.nio.file.Path;
import java.time.LocalDate;
import org.riskcensus.formats.map.Paper;

/**
 * Which release is drawn, and what its sheets say.
 *
 * @param year census year
 * @param date logical date of the release
 * @param census title of the census for readers, in Chinese
 * @param synthetic whether the sheets must say that the data are invented
 * @param paper paper size
 * @param directory where the sheets go, as {@code <county>_<hazard>_zone.png} and {@code
 *     _level.png}, {@code <county>_<service>_coverage.png}, each as {@code .pdf} too
 */
public record MapExportConfig(
    int year, LocalDate date, String census, boolean synthetic, Paper paper, Path directory) {}
