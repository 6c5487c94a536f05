/**
 * Map sheets (图幅): prevention zones and hazard levels of a county drawn as PNG, with all a sheet
 * needs to be read on its own. Text is drawn from glyph outlines of a font on the class path, so no
 * system font is needed and equal sheets are equal files.
 */
@NullMarked
package org.riskcensus.formats.map;

import org.jspecify.annotations.NullMarked;
