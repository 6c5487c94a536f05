package org.riskcensus.pipeline.job.inspection;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.inspection.ItemVerdict;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.Form;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.pipeline.contract.Contracts;

/** The sheet an inspector fills in and signs 质量抽检表: a line for each item of a sample. */
final class InspectionForm {

  /** Keys of the words of pages, facts and heads that are read back. */
  static final String ABOUT = "page.about";

  static final String LINES = "page.lines";
  static final String FACT = "fact";
  static final String VALUE = "value";
  static final String SAMPLE = "sample";
  static final String INSPECTOR = "inspector";
  static final String REVIEWER = "reviewer";
  static final String DAY = "day";
  static final String NUMBER = "head.number";
  static final String DATASET = "head.dataset";
  static final String OBJECT = "head.object";
  static final String INDICATOR = "head.indicator";
  static final String FILED = "head.filed";
  static final String INSPECTED = "head.inspected";
  static final String VERDICT = "head.verdict";
  static final String REMARK = "head.remark";

  private final InspectionWords words;
  private final ItemText text;

  InspectionForm(Contracts contracts, InspectionWords words) {
    this.words = words;
    this.text = new ItemText(contracts, words);
  }

  Form of(InspectionSample sample) {
    List<List<Cell>> rows = sample.items().stream().map(this::row).toList();
    return new Form(
        words.say("sheet.title", Integer.toString(sample.year())),
        words.wording(),
        new Form.About(words.say(ABOUT), words.say(FACT), words.say(VALUE), facts(sample)),
        words.say(LINES),
        columns(),
        rows);
  }

  private List<Form.Column> columns() {
    String[] verdicts =
        Arrays.stream(ItemVerdict.values()).map(words::verdict).toArray(String[]::new);
    return List.of(
        given(NUMBER, 8),
        given(DATASET, 14),
        given(OBJECT, 19),
        given("head.admin_code", 15),
        given("head.place", 21),
        given("head.file", 32),
        given("head.row", 8),
        given("head.findings", 16),
        given(INDICATOR, 19),
        given(FILED, 18),
        given("head.tolerance", 10),
        Form.Column.blank(words.say(INSPECTED), 18),
        Form.Column.blank(words.say(VERDICT), 12, verdicts),
        Form.Column.blank(words.say(REMARK), 22));
  }

  private Form.Column given(String key, int width) {
    return Form.Column.given(words.say(key), width);
  }

  private List<Form.Fact> facts(InspectionSample sample) {
    return List.of(
        given(SAMPLE, sample.id()),
        given("year", Integer.toString(sample.year())),
        given("unit", sample.unit()),
        given("seed", Long.toString(sample.seed())),
        given("share", String.format(Locale.ROOT, "%.2f%%", 100 * sample.share())),
        given("objects", Long.toString(sample.objects().count())),
        given("items", Integer.toString(sample.items().size())),
        given("method", sample.method()),
        given("how_to_fill", words.say("how_to_fill.text")),
        given("return", words.say("return.text")),
        new Form.Fact(words.say(INSPECTOR), "", true),
        new Form.Fact(words.say(REVIEWER), "", true),
        new Form.Fact(words.say(DAY), "", true));
  }

  private Form.Fact given(String key, String value) {
    return new Form.Fact(words.say(key), value, false);
  }

  private List<Cell> row(InspectionItem item) {
    DrawnObject object = item.object();
    return List.of(
        whole(item.number()),
        text(words.title(object.dataset())),
        text(object.id()),
        text(object.adminCode()),
        text(object.place()),
        text(object.file()),
        whole(object.row()),
        text(object.findings()),
        text(text.label(object.dataset(), item.indicator())),
        text(text.filed(item)),
        text(ItemText.tolerance(item.indicator())));
  }

  private static Cell whole(long number) {
    return new Cell.Figure(number, NumberForm.WHOLE);
  }

  private static Cell text(@Nullable String words) {
    return new Cell.Text(words == null ? "" : words);
  }
}
