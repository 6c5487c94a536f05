package org.riskcensus.formats.report;

import java.nio.file.Path;

/**
 * A PNG picture, such as a map sheet.
 *
 * @param file read when the report is rendered
 * @param alternative what it shows, for those who cannot see it
 */
public record Picture(String caption, Path file, String alternative) implements Block {}
