package org.riskcensus.pipeline.method;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;
import org.riskcensus.core.hazard.FloodExtent;
import org.riskcensus.core.hazard.FloodMethod;
import org.riskcensus.core.hazard.ReedFireMethod;
import org.riskcensus.core.hazard.ReedFireMethod.Factor;

/** Releases keep the files they were assessed by, which must go on meaning what they meant. */
class OldMethodsTest {

  private static final AssessmentMethods NOW = AssessmentMethods.load();

  private static AssessedHazard hazard(AssessmentMethods methods, String code) {
    return methods.hazards().stream().filter(h -> h.code().equals(code)).findFirst().orElseThrow();
  }

  private static double flood(AssessmentMethods methods, double velocity, double hours) {
    FloodExtent extent =
        new FloodExtent(
            "F", "370321", new GeometryFactory().createPolygon(), 100, 0.7, velocity, hours);
    return ((FloodMethod) methods.hazard("flood")).index(extent);
  }

  @Test
  void reedFireOfVersionTwoHasFiveFactorsAndLooksAtIgnitionAlone() {
    AssessmentMethods then = AssessmentMethods.load(OldMethods.files("reed_fire-2"));
    assertThat(hazard(then, "reed_fire").inputs())
        .containsExactly("fuel_load_t_ha", "moisture_pct", "open_water_pct", "fires_10a");
    assertThat(hazard(then, "reed_fire").tables())
        .containsExactly("reed_wetland", "ignition_source");
    ReedFireMethod fire = (ReedFireMethod) then.hazard("reed_fire");
    assertThat(fire.season()).isNull();
    assertThat(fire.access()).isNull();
    assertThat(fire.weights())
        .hasSize(5)
        .containsEntry(Factor.FUEL, 0.30)
        .containsEntry(Factor.HISTORY, 0.10);
    ReedFireMethod now = (ReedFireMethod) NOW.hazard("reed_fire");
    assertThat(now.weights()).hasSize(Factor.values().length);
    assertThat(hazard(NOW, "reed_fire").inputs()).contains("dry_season", "harvest_date");
    assertThat(hazard(NOW, "reed_fire").tables()).contains("road", "rescue_team");
  }

  /** 0.7 m once in 100 years, 1.8 m/s: 0.20 by depth alone, 1.26 m²/s is class 4, 0.50. */
  @Test
  void floodOfVersionOneKnowsDepthAndReturnPeriodAlone() {
    AssessmentMethods then = AssessmentMethods.load(OldMethods.files("flood-1"));
    assertThat(hazard(then, "flood").inputs()).containsExactly("depth_m", "return_period_a");
    assertThat(flood(then, 1.8, 30)).isEqualTo(0.20);
    assertThat(((FloodMethod) then.hazard("flood")).zoning()).isNull();
    assertThat(hazard(NOW, "flood").inputs())
        .containsExactly("depth_m", "return_period_a", "velocity_ms", "duration_h");
    assertThat(flood(NOW, 1.8, 30)).isEqualTo(0.50);
    assertThat(flood(NOW, 0.1, 30)).isEqualTo(0.20);
    assertThat(flood(NOW, 0.1, 400)).isEqualTo(0.65);
  }
}
