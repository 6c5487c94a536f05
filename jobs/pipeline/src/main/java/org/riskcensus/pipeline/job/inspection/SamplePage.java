package org.riskcensus.pipeline.job.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Report;
import org.riskcensus.formats.report.Section;
import org.riskcensus.formats.report.Table;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.method.InspectionMethod;

/**
 * The notice of a drawn sample 质量抽检通知单: how it was drawn, what is checked, which objects, who
 * signs.
 */
final class SamplePage {

  private final InspectionMethod method;
  private final InspectionWords words;
  private final ItemText text;

  SamplePage(Contracts contracts, InspectionMethod method, InspectionWords words) {
    this.method = method;
    this.words = words;
    this.text = new ItemText(contracts, words);
  }

  Report of(InspectionSample sample) {
    return new Report(
        PageParts.cover(sample, words, "notice.title", List.of()),
        words.wording(),
        List.of(
            section("method", how(sample), strata(sample), origin(sample)),
            section("indicators", indicators(sample), limits()),
            section("signatures", words.signatures()),
            section("objects", objects(sample))));
  }

  private Section section(String id, Block... blocks) {
    return Section.of(id, words.say("notice." + id), List.of(blocks));
  }

  private Paragraph how(InspectionSample sample) {
    return Paragraph.body(
        words.say(
            "notice.how",
            PageParts.percent(sample.share()),
            Long.toString(method.size().least()),
            Long.toString(method.size().most())));
  }

  private Paragraph origin(InspectionSample sample) {
    String tables = sample.snapshots().replaceAll("[{}]", "").replace(",", ";").replace("=", " ");
    return Paragraph.note(words.say("notice.origin", tables));
  }

  private Table strata(InspectionSample sample) {
    Map<String, DrawnObject> strata = new TreeMap<>();
    sample.objects().forEach(o -> strata.putIfAbsent(o.dataset() + "\n" + o.county(), o));
    Map<String, Long> items =
        sample.items().stream()
            .map(InspectionItem::object)
            .collect(
                Collectors.groupingBy(o -> o.dataset() + "\n" + o.county(), Collectors.counting()));
    List<Table.Row> rows = new ArrayList<>();
    strata.forEach(
        (key, stratum) ->
            rows.add(
                PageParts.row(
                    PageParts.words(words.title(stratum.dataset())),
                    PageParts.words(stratum.county()),
                    PageParts.whole(stratum.stratumObjects()),
                    PageParts.whole(stratum.stratumDrawn()),
                    PageParts.whole(items.getOrDefault(key, 0L)))));
    return new Table(
        words.say("notice.strata"),
        List.of(
            column("head.dataset", 2),
            column("head.county", 1),
            count("notice.all", "count.objects"),
            count("notice.drawn", "count.objects"),
            count("notice.items", "count.items")),
        rows,
        List.of());
  }

  private Table.Column column(String head, double width) {
    return Table.Column.text(words.say(head), width);
  }

  private Table.Column count(String head, String unit) {
    return Table.Column.number(words.say(head), words.say(unit), 1);
  }

  private Table indicators(InspectionSample sample) {
    List<Table.Row> rows = new ArrayList<>();
    sample
        .objects()
        .map(DrawnObject::dataset)
        .distinct()
        .forEach(
            dataset -> {
              for (InspectionMethod.Indicator i : method.get(dataset)) {
                rows.add(
                    PageParts.row(
                        PageParts.words(words.title(dataset)),
                        PageParts.words(text.label(dataset, i)),
                        new Cell.Figure(i.weight(), NumberForm.ONE),
                        PageParts.words(ItemText.tolerance(i))));
              }
            });
    return new Table(
        words.say("notice.indicator_table"),
        List.of(
            column("head.dataset", 2),
            column("head.indicator", 2),
            Table.Column.number(words.say("head.weight"), "", 1),
            column("head.tolerance", 1)),
        rows,
        List.of(words.say("notice.indicator_note")));
  }

  private Paragraph limits() {
    return Paragraph.body(PageParts.limits(method, words));
  }

  private Table objects(InspectionSample sample) {
    List<Table.Row> rows = new ArrayList<>();
    sample
        .objects()
        .forEach(
            o ->
                rows.add(
                    PageParts.row(
                        PageParts.words(Integer.toString(rows.size() + 1)),
                        PageParts.words(words.title(o.dataset())),
                        PageParts.words(o.id()),
                        PageParts.words(o.adminCode()),
                        PageParts.words(o.place()),
                        PageParts.words(words.say("source", o.file(), Long.toString(o.row()))),
                        PageParts.words(o.findings()))));
    return new Table(
        words.say("notice.object_table"),
        List.of(
            column("head.number", 2),
            column("head.dataset", 3.4),
            column("head.object", 4.8),
            column("head.admin_code", 5),
            column("head.place", 5.6),
            column("head.source", 7.5),
            column("head.findings", 4.4)),
        rows,
        List.of(words.say("notice.object_note")));
  }
}
