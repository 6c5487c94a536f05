package org.riskcensus.pipeline.job.sample.terrain;

/** A value at every place of the plane. */
@FunctionalInterface
public interface Field {

  double at(double x, double y);
}
