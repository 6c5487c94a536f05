package org.riskcensus.pipeline.job.report;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Section;
import org.riskcensus.formats.report.Table;
import org.riskcensus.pipeline.contract.CodeList;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.contract.TableContract;
import org.riskcensus.pipeline.lakehouse.ReleasedTables;

/**
 * What every chapter of one report shares.
 *
 * @param source rows of the release
 * @param before rows of the release of the year before, where there is one
 */
record ReportContext(
    ReportScope scope,
    ReleasedTables source,
    Optional<ReleasedTables> before,
    Contracts contracts,
    Words words,
    Captions captions) {

  int year() {
    return scope.year();
  }

  ReportUnit unit() {
    return scope.unit();
  }

  Period period() {
    return scope.period();
  }

  Edition edition() {
    return scope.edition();
  }

  /** Names of the units directly below, by code. */
  Map<String, String> below() {
    return scope.below();
  }

  /** The unit in the period, all kinds of the edition together. */
  Place place() {
    return new Place(unit().code(), period().year(), LossFigures.ALL);
  }

  /** Rows of the unit and of those directly below. */
  Column ofUnits() {
    return col("admin_code")
        .isin(Stream.concat(Stream.of(unit().code()), below().keySet().stream()).toArray());
  }

  /** Kinds of disaster that the edition counts, in the order of their list. */
  List<String> kinds() {
    return contracts.codeList("loss_kind").codes().stream()
        .filter(kind -> edition().kinds().isEmpty() || edition().kinds().contains(kind))
        .toList();
  }

  /** Hazards whose risk the edition shows, in the order of their list. */
  List<String> hazards() {
    return contracts.codeList("risk_kind").codes().stream()
        .filter(hazard -> edition().hazards().isEmpty() || edition().hazards().contains(hazard))
        .toList();
  }

  /** The name of the same period in another year, such as 2025年第三季度. */
  String periodName(int year) {
    Period period = period().in(year);
    String[] numerals = words.get("numerals").split(" ");
    return words.get(
        "period." + edition().phrase(),
        "year",
        year,
        "before",
        period.first().getYear(),
        "from",
        period.first().getMonthValue(),
        "to",
        period.last().getMonthValue(),
        "quarter",
        numerals[period.last().getMonthValue() / 3]);
  }

  /** The name of the period reported on. */
  String periodName() {
    return periodName(period().year());
  }

  /** A phrase with unit, year, period and more filled in. */
  String title(String key, Object... more) {
    List<Object> values = new ArrayList<>(List.of("unit", unit().name(), "year", year()));
    values.addAll(List.of("period", periodName()));
    values.addAll(List.of(more));
    return words.get(key, values.toArray());
  }

  /** A chapter of an introduction and of the pieces that have content. */
  Section chapter(String id, List<Block> introduction, List<Piece> pieces) {
    List<Section> sections = new ArrayList<>();
    for (Piece piece : pieces) {
      List<Block> blocks = piece.blocks();
      if (!blocks.isEmpty()) {
        sections.add(Section.of(piece.id(), words.get("section." + piece.id()), blocks));
      }
    }
    return new Section(id, words.get("chapter." + id), introduction, sections);
  }

  /** A table of the report with the next number. */
  Table table(String title, List<Table.Column> heads, List<Table.Row> rows, String... notes) {
    return captions.table(title, heads, rows, Stream.of(notes).map(words::get).toList());
  }

  /** The language of the report. */
  Language language() {
    return words.language();
  }

  /** The name of a code in the language of the report; an unknown code stands for itself. */
  String name(String list, Object code) {
    Optional<CodeList.Entry> entry =
        contracts.codeList(list).entries().stream()
            .filter(one -> one.code().equals(code.toString()))
            .findFirst();
    return entry.map(one -> one.in(words.language())).orElse(code.toString());
  }

  /** The name of a column of a table. */
  String label(String table, String column) {
    return words.find("column." + column).orElseGet(() -> contracts.get(table).get(column).label());
  }

  /** The name of a table: its title, which is Chinese, or its own name in English. */
  String tableName(String table) {
    TableContract contract = contracts.get(table);
    return words.language() == Language.ZH
        ? contract.title()
        : contract.simpleName().replace('_', ' ');
  }

  /** The name of an indicator in the language of the report. */
  String indicator(String id, String chinese) {
    return words.find("indicator." + id).orElse(chinese);
  }

  /** A unit of measurement in the language of the report. */
  String unit(String unit) {
    return words.find("unit." + unit).orElse(unit);
  }

  /** A number, or that it was not reported. */
  static Cell cell(@Nullable Number value, NumberForm form) {
    return value == null ? Cell.Missing.NOT_REPORTED : new Cell.Figure(value.doubleValue(), form);
  }

  static Cell text(Object words) {
    return new Cell.Text(words.toString());
  }

  static Table.Row row(Cell... cells) {
    return new Table.Row(List.of(cells), false);
  }

  /** A head of words by its phrase. */
  Table.Column head(String key, double weight) {
    return Table.Column.text(words.get("head." + key), weight);
  }

  /** A head of numbers by its phrase. */
  Table.Column number(String key, double weight) {
    return Table.Column.number(words.get("head." + key), "", weight);
  }

  /** A head with a unit, in the language of the report. */
  Table.Column number(String label, String unit, double weight) {
    return Table.Column.number(label, unit.isEmpty() ? "" : unit(unit), weight);
  }
}
