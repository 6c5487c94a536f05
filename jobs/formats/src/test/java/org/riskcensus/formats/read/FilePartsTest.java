package org.riskcensus.formats.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilePartsTest {

  private static final int ROWS = 700_000;

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"UTF-8, LF", "UTF-8, CRLF", "GB18030, LF"})
  void partsGiveTheRowsOfTheWhole(String charset, String ends) throws IOException {
    String end = ends.equals("LF") ? "\n" : "\r\n";
    StringBuilder text = new StringBuilder("表一" + end + "编号,x,y" + end);
    for (int i = 0; i < ROWS; i++) {
      text.append(i % 1000 == 7 ? end : "第" + i + "," + i + ",1.5" + end);
    }
    Path file = directory.resolve("点.csv");
    Files.writeString(file, text, Charset.forName(charset));
    SourceSpec whole =
        new SourceSpec(file.toString(), null, null, "EPSG:4548", Map.of("header_row", "2"));
    List<SourceSpec> parts = FileParts.of(whole, 3);
    assertThat(parts).hasSizeBetween(2, 3);
    List<String> rows = new ArrayList<>();
    for (SourceSpec part : parts) {
      rows.addAll(rows(part));
    }
    assertThat(rows).isEqualTo(rows(whole));
    assertThat(rows.get(0)).isEqualTo("1 {编号=第0, x=0, y=1.5}");
  }

  @Test
  void quotedOrSmallOrOtherFilesStayWhole() throws IOException {
    Path quoted = directory.resolve("quoted.csv");
    Files.writeString(quoted, "a,x,y\n" + "one,1,2\n".repeat(2_000_000) + "\"two\nlines\",1,2\n");
    Path small = Files.writeString(directory.resolve("small.csv"), "a,x,y\none,1,2\n");
    for (Path file : List.of(quoted, small)) {
      SourceSpec whole = SourceSpec.of(file.toString());
      assertThat(FileParts.of(whole, 4)).containsExactly(whole);
    }
  }

  private static List<String> rows(SourceSpec source) throws IOException {
    List<String> rows = new ArrayList<>();
    try (RowReader reader = RowReaders.open(source)) {
      reader.forEachRemaining(row -> rows.add(row.rowNumber() + " " + row.attributes()));
    }
    return rows;
  }
}
