package org.riskcensus.pipeline.spatial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.riskcensus.pipeline.LocalSpark;

class UnitTreeTest {

  @Test
  void aTownshipWithoutFiledVillagesIsFinestBesideVillages() {
    var units =
        LocalSpark.session()
            .sql(
                "SELECT * FROM VALUES ('370321000000', 'county'), ('370321101000', 'township'),"
                    + " ('370321101201', 'village'), ('370321102000', 'township'),"
                    + " ('370322000000', 'county') AS t(admin_code, level)"
                    + " CROSS JOIN (SELECT 'n' name, '370321' county_code)");
    assertThat(new UnitTree(units).finest().collectAsList())
        .extracting(row -> row.<String>getAs("admin_code"))
        .containsExactlyInAnyOrder("370321101201", "370321102000", "370322000000");
  }
}
