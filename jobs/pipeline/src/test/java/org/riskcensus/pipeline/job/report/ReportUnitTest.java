package org.riskcensus.pipeline.job.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportUnitTest {

  @Test
  void codesOfUnitsWithinBeginWithThePrefix() {
    assertThat(unit("370000000000").prefix()).isEqualTo("37");
    assertThat(unit("370300000000").prefix()).isEqualTo("3703");
    assertThat(unit("370321000000").prefix()).isEqualTo("370321");
    assertThat(unit("370321101000").prefix()).isEqualTo("370321101");
    assertThat(unit("370321101201").prefix()).isEqualTo("370321101201");
    assertThat(unit("370320000000").prefix()).as("a county may end in a zero").isEqualTo("370320");
  }

  @Test
  void aTownshipLiesInItsCountyAndACityDoesNot() {
    assertThat(unit("370321101000").countyPrefix()).isEqualTo("370321");
    assertThat(unit("370321101000").withinCounty()).isTrue();
    assertThat(unit("370300000000").withinCounty()).isFalse();
    assertThat(unit("370300000000").countyPrefix()).isEqualTo("3703");
  }

  private static ReportUnit unit(String code) {
    return new ReportUnit(code, code, "county");
  }
}
