/**
 * Readers: any census file becomes a stream of rows as filed, with attributes as text and geometry
 * in the file's own coordinates.
 */
@NullMarked
package org.riskcensus.formats.read;

import org.jspecify.annotations.NullMarked;
