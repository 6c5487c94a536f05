package org.riskcensus.pipeline.job.assess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.riskcensus.pipeline.LocalSpark;

class UnitsTest {

  @Test
  void aTownshipWithoutFiledVillagesIsFinestBesideVillages() {
    var units =
        LocalSpark.session()
            .sql(
                "SELECT * FROM VALUES ('370321000000', 'county'), ('370321101000', 'township'),"
                    + " ('370321101201', 'village'), ('370321102000', 'township'),"
                    + " ('370322000000', 'county') AS t(admin_code, level)");
    assertThat(Units.finest(units).collectAsList())
        .extracting(row -> row.<String>getAs("admin_code"))
        .containsExactlyInAnyOrder("370321101201", "370321102000", "370322000000");
  }
}
