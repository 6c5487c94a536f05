/**
 * Synthetic land: outlines, villages that tile a county, rivers and the fields whose contours are
 * floods, subsidence bowls and wetlands. Pure arithmetic of a seed, in the plane of one map zone.
 */
@NullMarked
package org.riskcensus.pipeline.job.sample.terrain;

import org.jspecify.annotations.NullMarked;
