package org.riskcensus.pipeline.job.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.SchemaFiles;
import org.riskcensus.pipeline.yaml.DefinitionException;

class DrawnServicesTest {

  private static final Contracts CONTRACTS = Contracts.load();

  @Test
  void eachCountyIsDrawnByTheMethodsItWasMadeWith() {
    Map<String, String> kept =
        Map.of("370321", coverage("kinds: [rain],", ""), "370322", coverage("", ""));
    DrawnServices drawn = DrawnServices.of("census-2025", kept, CONTRACTS);
    assertThat(drawn.in("370321")).containsExactlyInAnyOrder("shelter", "station", "station_rain");
    assertThat(drawn.in("370322")).containsExactlyInAnyOrder("shelter", "station");
    assertThat(drawn.in("370323"))
        .as("which has kept none")
        .containsExactlyInAnyOrder("shelter", "station");
  }

  @Test
  void aServiceThatIsNotKnownHereIsRefused() {
    Map<String, String> kept = Map.of("370321", coverage("station_fire:", "drone:"));
    assertThatThrownBy(() -> DrawnServices.of("census-2025", kept, CONTRACTS))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("census-2025/methods/coverage.yaml")
        .hasMessageContaining("drone");
  }

  private static String coverage(String part, String other) {
    String project = SchemaFiles.ofProject().text(DrawnServices.FILE);
    assertThat(project).contains(part);
    return project.replace(part, other);
  }
}
