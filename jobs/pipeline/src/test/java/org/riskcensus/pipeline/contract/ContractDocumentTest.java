package org.riskcensus.pipeline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ContractDocumentTest {

  private static final Path PAGE = Path.of("..", "..", "docs", "tables.md");
  private static final String UPDATE = "census.docs.update";

  private final String document = ContractDocument.markdown(Contracts.load(), Rules.load());

  @Test
  void everyTableHasItsColumnsUnitsAndValues() {
    assertThat(document)
        .contains("### staging.flood_extent 洪水淹没范围")
        .contains("Sensitivity L1; geometry polygon; key `object_id`;")
        .contains("| **depth_m** | 水深米 | double | m | yes | 0 … 50 |")
        .contains("| cell | 网格单元 | long | 1 |")
        .contains("[structure](#structure)")
        .contains("| `brick_concrete` | 砖混 | brick and concrete |")
        .contains("| `outside_unit` | error | space |");
  }

  @Test
  void theCommittedPageIsUpToDate() throws IOException {
    if (Boolean.getBoolean(UPDATE)) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, document);
    }
    assertThat(Files.readString(PAGE))
        .as(
            "docs/tables.md; renew it by: mvn test -pl jobs/pipeline -am"
                + " -Dtest=ContractDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -D%s=true",
            UPDATE)
        .isEqualTo(document);
  }
}
