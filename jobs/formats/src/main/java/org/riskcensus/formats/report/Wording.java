package org.riskcensus.formats.report;

/**
 * The words of the frame.
 *
 * @param languageTag such as {@code zh-CN}
 * @param contents head of the table of contents
 * @param text name of the sheet that holds the text
 * @param missingNote what the signs for missing numbers mean
 */
public record Wording(String languageTag, String contents, String text, String missingNote) {}
