package org.riskcensus.pipeline.job.capacity;

import static org.apache.spark.sql.functions.col;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.riskcensus.pipeline.method.CapacityMethods;
import org.riskcensus.pipeline.method.CapacityMethods.Service;
import org.riskcensus.pipeline.spatial.UnitTree;

/** The capacity products as Dataset to Dataset: staging in, the marts out. */
final class CapacityProducts {

  static final String AREAS = "marts.coverage_area";
  static final String SERVICES = "marts.service_coverage";
  static final String OFFICERS = "marts.officer_coverage";
  static final String RESOURCES = "marts.unit_capacity";

  private final StagingTables staging;
  private final CapacityMethods methods;
  private final int year;

  CapacityProducts(StagingTables staging, CapacityConfig config) {
    this.staging = staging;
    this.methods = config.methods();
    this.year = config.year();
  }

  /** Tables by name. */
  Map<String, Dataset<Row>> tables() {
    UnitTree tree = new UnitTree(staging.table("admin_unit"));
    Dataset<Row> population = staging.table("population");
    Dataset<Row> units = keep(PlaneShapes.of(tree.finest(), "admin_code", "county_code", "name"));
    Dataset<Row> facilities = keep(Facilities.of(staging, methods.services()));
    Dataset<Row> counties = Facilities.ofCounties(facilities);
    Dataset<Row> known = counties.where(col("reaching").gt(0)).select("county_code", "service");
    Dataset<Row> parts = keep(CoverageAreas.of(units, known, Facilities.reaches(facilities)));
    Residents residents = new Residents(population, tree.units());
    Dataset<Row> coverage =
        keep(
            ServiceCoverage.of(
                new ServiceCoverage.Parts(
                    tree,
                    wholes(units, residents),
                    covered(parts, residents),
                    counties,
                    Facilities.ofUnits(facilities, tree),
                    population.select("county_code").distinct()),
                methods.services().stream().map(Service::id).toList()));

    Map<String, Dataset<Row>> tables = new LinkedHashMap<>();
    tables.put(AREAS, parts.drop("plane"));
    tables.put(SERVICES, coverage);
    tables.put(OFFICERS, OfficerCoverage.of(staging.table("information_officer"), tree));
    tables.put(RESOURCES, resources(tree, coverage));
    return tables;
  }

  /** The finest units as they are: {@code unit, unit_area, residents}. */
  private static Dataset<Row> wholes(Dataset<Row> units, Residents residents) {
    return units
        .select(col("admin_code").as("unit"), PlaneShapes.squareMetres("geometry").as("unit_area"))
        .join(
            residents.in(units, "admin_code").withColumnRenamed("admin_code", "unit"),
            new String[] {"unit"},
            "left");
  }

  /** What is covered of them: {@code unit, service, covered_area, covered_residents}. */
  private static Dataset<Row> covered(Dataset<Row> parts, Residents residents) {
    Dataset<Row> covered = parts.where(col("class").equalTo("covered"));
    Dataset<Row> inside =
        residents
            .in(
                PlaneShapes.side(covered, col("plane"), "admin_code", "service"),
                "admin_code",
                "service")
            .withColumnRenamed("residents", "covered_residents");
    return covered
        .select(col("admin_code"), col("service"), col("area_m2").as("covered_area"))
        .join(inside, new String[] {"admin_code", "service"}, "left")
        .withColumnRenamed("admin_code", "unit");
  }

  private Dataset<Row> resources(UnitTree tree, Dataset<Row> coverage) {
    Dataset<Row> residents =
        coverage
            .where(col("service").equalTo(methods.services().get(0).id()))
            .select("admin_code", "residents");
    return new UnitCapacity(staging, tree, residents, year).of(methods.measures());
  }

  private static Dataset<Row> keep(Dataset<Row> rows) {
    return rows.localCheckpoint(true, StorageLevel.MEMORY_AND_DISK());
  }
}
