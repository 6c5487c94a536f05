package org.riskcensus.pipeline.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsDocumentTest {

  private static final Path PAGE = Path.of("..", "..", "docs", "findings.md");
  private static final Path DEFECTS =
      Path.of("..", "..", "data-samples", "expected", "findings.csv");
  private static final String UPDATE = "census.docs.update";

  @Test
  void everyRuleSaysWhatItDoesAndWhatToDo() throws IOException {
    String document = document();
    Rules.load().list().forEach(rule -> assertThat(document).contains("| `" + rule.id() + "` |"));
    assertThat(document)
        .contains(
            "| kept out, waivable; refuses the release | Correct the total or the part that is"
                + " wrong |")
        .contains("| `E4` | loss_event: total 50 万元 above its parts |")
        .contains("| dropped | Delete the row");
  }

  @Test
  void theCommittedPageIsUpToDate() throws IOException {
    String document = document();
    if (Boolean.getBoolean(UPDATE)) {
      Files.writeString(PAGE, document);
    }
    assertThat(Files.readString(PAGE))
        .as(
            "docs/findings.md; renew it by: mvn test -pl jobs/pipeline -am"
                + " -Dtest=FindingsDocumentTest -Dsurefire.failIfNoSpecifiedTests=false -D%s=true",
            UPDATE)
        .isEqualTo(document);
  }

  private static String document() throws IOException {
    List<FindingsDocument.Seeded> seeded =
        Files.readAllLines(DEFECTS).stream()
            .skip(1)
            .map(line -> line.split(",", 7))
            .map(cells -> new FindingsDocument.Seeded(cells[3], cells[1], cells[6]))
            .toList();
    return FindingsDocument.markdown(
        Rules.load(), seeded, RuleExample.list().stream().map(RuleExample::shown).toList());
  }
}
