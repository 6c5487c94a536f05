package org.riskcensus.pipeline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.riskcensus.pipeline.yaml.DefinitionException;
import org.riskcensus.pipeline.yaml.Problems;

class BrokenContractTest {

  private final TreeMap<String, String> files = new TreeMap<>();
  private final Problems problems = new Problems();

  private void read() {
    Contracts.read(SchemaFiles.of(files), problems);
  }

  @Test
  void everyProblemOfATableIsToldWithItsLine() {
    files.put(
        "staging/well.yaml",
        """
        table: staging.wells
        title: 水井
        doc: A well.
        include: [survey]
        geometry: volume
        key: [number]
        partition: [days(census_year)]
        sort: [depth]
        colour: blue
        columns:
          - {name: depth_m, label: 深度, type: decimal, doc: Depth.}
          - {name: depth_m, label: 深度, type: double, unit: m, range: [10, 0], doc: Depth.}
          - {name: Kind, type: string, codes: well_kind, doc: Kind.}
          - {name: owner, label: 业主, type: string, pattern: "[", unit: m, doc: Owner.}
          - {name: yield, label: 出水量, type: double}
        examples:
          valid:
            - {depth: 1}
        """);
    read();
    assertThat(problems.list().stream().map(Object::toString))
        .allMatch(p -> p.startsWith("schemas/staging/well.yaml:"))
        .anyMatch(p -> p.contains(":9: unknown key 'colour'"))
        .anyMatch(p -> p.contains("called 'staging.wells'"))
        .anyMatch(p -> p.contains("no fragment 'survey'"))
        .anyMatch(p -> p.contains("geometry 'volume'"))
        .anyMatch(p -> p.contains(":6: key column 'number'"))
        .anyMatch(p -> p.contains(":7: 'days(census_year)'"))
        .anyMatch(p -> p.contains(":8: sort column 'depth'"))
        .anyMatch(p -> p.contains(":11: unknown type 'decimal'"))
        .anyMatch(p -> p.contains(":12: the range is empty"))
        .anyMatch(p -> p.contains("column 'depth_m' is given twice"))
        .anyMatch(p -> p.contains("label '深度' is given twice"))
        .anyMatch(p -> p.contains(":13: column name 'Kind' is not snake_case"))
        .anyMatch(p -> p.contains(":13: 'label' is missing"))
        .anyMatch(p -> p.contains("no code list 'well_kind'"))
        .anyMatch(p -> p.contains(":14: the pattern is no regular expression"))
        .anyMatch(p -> p.contains(":14: a string has no unit"))
        .anyMatch(p -> p.contains(":15: a number needs a 'unit'"))
        .anyMatch(p -> p.contains(":15: 'doc' is missing"))
        .anyMatch(p -> p.contains("example column 'depth' is unknown"));
  }

  @Test
  void geometryAndItsColumnsGoTogether() {
    files.put(
        "fragments/geometry.yaml",
        """
        fragment: geometry
        doc: Geometry.
        place: last
        columns:
          - {name: geometry, label: 几何, type: binary, doc: WKB.}
          - {name: cell, label: 网格, type: long, unit: "1", doc: Cell.}
        """);
    String table =
        "title: 表\ndoc: A table.\ncolumns: [{name: a, label: 甲, type: string, doc: A.}]\n";
    files.put("marts/with.yaml", "table: marts.with\ninclude: [geometry]\n" + table);
    files.put("marts/without.yaml", "table: marts.without\ngeometry: point\n" + table);
    read();
    assertThat(problems.list().stream().map(Object::toString))
        .containsExactly(
            "schemas/marts/with.yaml:1: the fragment 'geometry' is included, but 'geometry' says no"
                + " kind",
            "schemas/marts/without.yaml:1: geometry is declared, but the fragment 'geometry' is not"
                + " included");
  }

  @Test
  void aCodeListWithTwoMeaningsForOneNameIsRefused() {
    files.put(
        "codes/kind.yaml",
        """
        list: kind
        title: 类型
        source: made up
        entries:
          - {code: a, zh: 甲, en: first}
          - {code: b, zh: 甲, en: second}
        """);
    read();
    assertThat(problems.list())
        .singleElement()
        .asString()
        .contains("codes/kind.yaml:6: 'b' or '甲'");
  }

  @Test
  void unreadableYamlIsToldWithItsLine() {
    files.put("codes/kind.yaml", "list: kind\nentries: [\n  {code: a\n");
    read();
    assertThat(problems.list().get(0).toString())
        .startsWith("schemas/codes/kind.yaml:")
        .contains("not readable as YAML");
  }

  @Test
  void allProblemsAreInTheMessageOfTheRefusal() {
    problems.add("a.yaml", 3, "first");
    problems.add("b.yaml", 0, "second");
    problems.add("a.yaml", 3, "first");
    assertThatThrownBy(problems::refuse)
        .isInstanceOf(DefinitionException.class)
        .hasMessage("a.yaml:3: first\nb.yaml: second");
  }
}
