package org.riskcensus.pipeline.job.export;

import java.nio.file.Path;
import java.time.LocalDate;
import org.riskcensus.formats.map.Paper;
import org.riskcensus.pipeline.contract.Language;

/**
 * Which release is drawn, and what its sheets say.
 *
 * @param year census year
 * @param date logical date of the release
 * @param census title of the census for readers, as described
 * @param synthetic whether the sheets must say that the data are invented
 * @param language language of the sheets; names of places stay as filed
 * @param paper paper size
 * @param directory where the sheets go, as {@code <county>_<hazard>_zone.png} and {@code
 *     _level.png}, {@code <county>_<service>_coverage.png}, each as {@code .pdf} too; English ones
 *     end in {@code _en}
 */
public record MapExportConfig(
    int year,
    LocalDate date,
    String census,
    boolean synthetic,
    Language language,
    Paper paper,
    Path directory) {}
