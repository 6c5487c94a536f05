package org.riskcensus.pipeline.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.NoSuchElementException;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class ContractsTest {

  private final Contracts contracts = Contracts.load();

  @Test
  void everyNamespaceHasTables() {
    assertThat(contracts.list().stream().map(TableContract::name))
        .contains("raw.filed_row", "staging.admin_unit", "ops.finding", "marts.zone")
        .doesNotHaveDuplicates();
    assertThat(contracts.list("staging")).allMatch(t -> t.namespace().equals("staging"));
  }

  @Test
  void aTableHoldsSharedColumnsAroundItsOwn() {
    TableContract flood = contracts.get("staging.flood_extent");
    assertThat(flood.columns().stream().map(ColumnContract::name))
        .startsWith("object_id", "admin_code", "source_department", "survey_date", "flood_type")
        .endsWith("geometry", "xmin", "ymin", "xmax", "ymax", "cell");
    assertThat(flood.simpleName()).isEqualTo("flood_extent");
    assertThat(flood.namespace()).isEqualTo("staging");
  }

  @Test
  void filedColumnsAreThoseFilersGive() {
    assertThat(contracts.get("staging.gdp").filedColumns().stream().map(ColumnContract::name))
        .containsExactly("object_id", "admin_code", "source_department", "survey_date", "gdp_wan");
    assertThat(contracts.get("marts.zone").filedColumns()).isEmpty();
  }

  @Test
  void aHeaderIsFoundByNameOrLabel() {
    TableContract flood = contracts.get("staging.flood_extent");
    assertThat(flood.findColumn(" 重现期 ")).contains(flood.get("return_period_a"));
    assertThat(flood.findColumn("\uFEFFDEPTH_M")).contains(flood.get("depth_m"));
    assertThat(flood.findColumn("水深")).isEmpty();
    assertThat(flood.findColumn("行号")).as("set by the pipeline, not filed").isEmpty();
  }

  @Test
  void sparkSeesTypesNullabilityAndComments() {
    StructType schema = contracts.get("staging.flood_extent").sparkSchema();
    assertThat(schema.apply("return_period_a").dataType()).isEqualTo(DataTypes.IntegerType);
    assertThat(schema.apply("return_period_a").nullable()).isFalse();
    assertThat(schema.apply("velocity_ms").nullable()).isTrue();
    assertThat(schema.apply("depth_m").getComment().get()).startsWith("水深米 [m]: ");
    assertThat(contracts.get("raw.filed_row").sparkSchema().apply("attributes").dataType())
        .isEqualTo(DataTypes.createMapType(DataTypes.StringType, DataTypes.StringType));
  }

  @Test
  void aCodeIsFoundByCodeOrChineseName() {
    CodeList structure = contracts.codeList("structure");
    assertThat(structure.find("砖混")).contains(structure.get("brick_concrete"));
    assertThat(structure.find("brick_concrete")).contains(structure.get("brick_concrete"));
    assertThat(structure.find("砖混结构")).isEmpty();
  }

  @Test
  void anUnknownNameIsRefusedByName() {
    assertThatThrownBy(() -> contracts.get("staging.volcano"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("staging.volcano");
    assertThatThrownBy(() -> contracts.codeList("colour"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("colour");
  }

  @Test
  void restrictedTablesAreMarked() {
    assertThat(contracts.get("staging.building").sensitivity()).isEqualTo(Sensitivity.L2);
    assertThat(contracts.get("staging.road").sensitivity()).isEqualTo(Sensitivity.L1);
  }

  @Test
  void contractsTravelToTasks() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(contracts);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      Contracts copy = (Contracts) in.readObject();
      assertThat(copy.list()).isEqualTo(contracts.list());
      assertThat(copy.codeLists()).isEqualTo(contracts.codeLists());
    }
  }
}
