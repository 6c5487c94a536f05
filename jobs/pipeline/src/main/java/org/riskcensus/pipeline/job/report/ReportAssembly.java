package org.riskcensus.pipeline.job.report;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.Cover;
import org.riskcensus.formats.report.Report;
import org.riskcensus.formats.report.Section;
import org.riskcensus.formats.report.Wording;
import org.riskcensus.pipeline.lakehouse.ReleaseRun;

/**
 * Puts title page and the chapters of the edition together, in the order in which they are read.
 */
final class ReportAssembly {

  private static final String SUMMARY = "summary";

  /** Ids of all chapters that an edition may have. */
  static final List<String> CHAPTERS =
      List.of(
          SUMMARY,
          "losses",
          "events",
          "indicators",
          "relief",
          "risk",
          "kpi",
          "capacity",
          "responsibility",
          "dangers",
          "quality",
          "revisions",
          "methods",
          "provenance");

  private final ReportContext context;
  private final ReportLayout layout;
  private final List<ReleaseRun> runs;
  private final Path maps;

  ReportAssembly(ReportContext context, ReportLayout layout, List<ReleaseRun> runs, Path maps) {
    this.context = context;
    this.layout = layout;
    this.runs = runs;
    this.maps = maps;
  }

  Report report() {
    List<String> ids = context.edition().chapters();
    List<Chapter> others =
        ids.stream().filter(id -> !id.equals(SUMMARY)).map(this::chapter).toList();
    List<Section> chapters = new ArrayList<>();
    if (ids.contains(SUMMARY)) {
      chapters.add(new SummaryChapter(context, others).write());
    }
    others.forEach(chapter -> chapters.add(chapter.write()));
    return new Report(cover(), wording(), numbered(chapters));
  }

  private Chapter chapter(String id) {
    return switch (id) {
      case "losses" -> new LossChapter(context, layout);
      case "events" -> new EventChapter(context, layout.longestList());
      case "indicators" -> new IndicatorChapter(context);
      case "relief" -> new ReliefChapter(context);
      case "risk" -> new RiskChapter(context, maps);
      case "kpi" -> new KpiChapter(context);
      case "capacity" -> new CapacityChapter(context, maps);
      case "responsibility" -> new ResponsibilityChapter(context);
      case "dangers" -> new DangerChapter(context, layout.longestList());
      case "quality" -> new QualityChapter(context);
      case "revisions" -> new RevisionChapter(context, layout);
      case "methods" -> new MethodChapter(context);
      case "provenance" -> new ProvenanceChapter(context, runs);
      default -> throw new IllegalArgumentException("no chapter " + id);
    };
  }

  private List<Section> numbered(List<Section> chapters) {
    List<Section> numbered = new ArrayList<>();
    for (int i = 0; i < chapters.size(); i++) {
      Section chapter = chapters.get(i);
      List<Section> below = new ArrayList<>();
      for (int k = 0; k < chapter.sections().size(); k++) {
        Section section = chapter.sections().get(k);
        String title = number("number.section", i + 1, k + 1) + section.title();
        below.add(new Section(section.id(), title, section.blocks(), section.sections()));
      }
      String title = number("number.chapter", i + 1, 0) + chapter.title();
      numbered.add(new Section(chapter.id(), title, chapter.blocks(), below));
    }
    return numbered;
  }

  private String number(String key, int chapter, int section) {
    Words words = context.words();
    String[] numerals = words.get("numerals").split(" ");
    return words.get(
        key,
        "chapter",
        numerals[chapter],
        "section",
        numerals[section],
        "n",
        chapter,
        "k",
        section);
  }

  private Cover cover() {
    Words words = context.words();
    LocalDate date = runs.get(0).date();
    String runIds = runs.stream().map(ReleaseRun::id).distinct().collect(Collectors.joining(", "));
    String shown = date.format(DateTimeFormatter.ofPattern(words.get("date"), Locale.ROOT));
    ReportUnit unit = context.unit();
    String identity = context.source().tag() + " run " + runIds + " unit " + unit.code();
    return new Cover(
        context.title("edition." + context.edition().id()),
        context.periodName(),
        List.of(
            new Cover.Fact(words.get("cover.unit"), unit.name() + " (" + unit.code() + ")"),
            new Cover.Fact(words.get("cover.period"), context.periodName()),
            new Cover.Fact(words.get("cover.date"), shown),
            new Cover.Fact(words.get("cover.release"), context.source().tag()),
            new Cover.Fact(words.get("cover.run"), runIds)),
        notices(),
        date,
        identity + " " + context.edition().id() + " " + context.period());
  }

  private List<String> notices() {
    List<String> notices = new ArrayList<>();
    if (runs.stream().anyMatch(ReleaseRun::synthetic)) {
      notices.add(context.words().get("cover.synthetic"));
    }
    notices.add(context.words().get("cover.internal"));
    return notices;
  }

  private Wording wording() {
    Words words = context.words();
    Map<Cell.Missing, String> missing = new EnumMap<>(Cell.Missing.class);
    for (Cell.Missing cause : Cell.Missing.values()) {
      missing.put(cause, words.get("missing." + cause));
    }
    return new Wording(
        words.language().tag(),
        words.get("contents"),
        words.get("text"),
        missing,
        words.get("note.missing"));
  }
}
