package org.riskcensus.pipeline.job.export;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.locationtech.jts.geom.Geometry;
import org.riskcensus.core.geometry.Wkb;
import org.riskcensus.formats.map.NamedArea;

/**
 * What every map of a county shows: its outline and townships.
 *
 * @param code six-digit code
 */
record CountyBase(String code, NamedArea county, List<NamedArea> townships) {

  /** The counties that have an outline, by code. */
  static List<CountyBase> list(Dataset<Row> adminUnits) {
    List<Row> units =
        adminUnits
            .where(col("geometry").isNotNull().and(col("level").isin("county", "township")))
            .select("county_code", "level", "name", "geometry", "admin_code")
            .orderBy("county_code", "level", "admin_code")
            .collectAsList();
    List<CountyBase> counties = new ArrayList<>();
    for (String code : units.stream().map(unit -> unit.getString(0)).distinct().toList()) {
      List<Row> own = units.stream().filter(unit -> unit.getString(0).equals(code)).toList();
      Optional<NamedArea> county = areas(own, "county").stream().findFirst();
      county.ifPresent(
          outline -> counties.add(new CountyBase(code, outline, areas(own, "township"))));
    }
    return counties;
  }

  private static List<NamedArea> areas(List<Row> units, String level) {
    return units.stream()
        .filter(unit -> unit.getString(1).equals(level))
        .map(unit -> new NamedArea(unit.getString(2), geometry(unit)))
        .toList();
  }

  private static Geometry geometry(Row unit) {
    return Wkb.read(unit.<byte[]>getAs(3));
  }
}
