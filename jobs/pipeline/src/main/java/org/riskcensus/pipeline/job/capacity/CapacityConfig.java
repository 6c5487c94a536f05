package org.riskcensus.pipeline.job.capacity;

import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.method.CapacityMethods;
import org.riskcensus.pipeline.method.CapacityMethodsReader;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * What the capacity products of a run depend on beside the tables.
 *
 * @param year census year
 */
public record CapacityConfig(int year, CapacityMethods methods) {

  /**
   * With the methods of the project.
   *
   * @param problems receives what is wrong with them
   */
  public static CapacityConfig of(int year, Contracts contracts, Problems problems) {
    return new CapacityConfig(
        year, CapacityMethodsReader.read(SchemaFiles.load(), contracts, problems));
  }
}
