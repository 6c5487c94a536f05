/**
 * Charts of a report, drawn with the embedded font and nothing of the system, so that the same
 * figures give the same picture on every machine.
 */
@NullMarked
package org.riskcensus.formats.chart;

import org.jspecify.annotations.NullMarked;
