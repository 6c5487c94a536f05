/**
 * A report as data: sections of paragraphs, tables with typed numbers, charts and pictures. What it
 * looks like in a browser, on paper, in Word or in a workbook is the business of {@code render}.
 */
@NullMarked
package org.riskcensus.formats.report;

import org.jspecify.annotations.NullMarked;
