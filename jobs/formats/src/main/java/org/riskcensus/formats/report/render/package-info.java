/** Renders a report as a web page, PDF, Word document or workbook; equal reports, equal bytes. */
@NullMarked
package org.riskcensus.formats.report.render;

import org.jspecify.annotations.NullMarked;
