package org.riskcensus.pipeline.job.sample;

import java.util.List;

/**
 * A county and the layers it files, in the order of the census description.
 *
 * @param county what the layers share
 * @param both filed in both years
 * @param additions filed in the later year only
 */
record SampleCounty(County county, List<Layer> both, List<Layer> additions) {

  List<Layer> layers() {
    return java.util.stream.Stream.concat(both.stream(), additions.stream()).toList();
  }

  boolean files(Layer layer, int year) {
    return year == YearFigures.LAST || !additions.contains(layer);
  }
}
