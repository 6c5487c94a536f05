/**
 * The census description: what a user writes to say which files make up a census, read and checked
 * as a whole.
 */
@NullMarked
package org.riskcensus.pipeline.config;

import org.jspecify.annotations.NullMarked;
