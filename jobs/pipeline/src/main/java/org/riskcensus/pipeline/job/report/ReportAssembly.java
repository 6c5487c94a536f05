package org.riskcensus.pipeline.job.report;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.riskcensus.formats.report.Cover;
import org.riskcensus.formats.report.Report;
import org.riskcensus.formats.report.Section;
import org.riskcensus.formats.report.Wording;
import org.riskcensus.pipeline.lakehouse.ReleaseRun;

/** Puts title page and chapters together, in the order in which they are read. */
final class ReportAssembly {

  private final ReportContext context;
  private final ReportLayout layout;
  private final Map<String, String> units;
  private final Path maps;

  ReportAssembly(ReportContext context, ReportLayout layout, Map<String, String> units, Path maps) {
    this.context = context;
    this.layout = layout;
    this.units = units;
    this.maps = maps;
  }

  Report report(List<ReleaseRun> runs) {
    LossMeasures losses = LossMeasures.of(context);
    RiskChapter risk = new RiskChapter(context, units, maps);
    KpiChapter kpi = new KpiChapter(context);
    ResponsibilityChapter responsibility = new ResponsibilityChapter(context);
    QualityChapter quality = new QualityChapter(context);
    List<Section> chapters = new ArrayList<>();
    SummaryChapter summary = new SummaryChapter(context, layout, losses);
    chapters.add(summary.write(risk, kpi, responsibility, quality));
    chapters.add(new LossChapter(context, layout, losses, units).write());
    chapters.add(risk.write());
    chapters.add(kpi.write());
    chapters.add(new CapacityChapter(context).write());
    chapters.add(responsibility.write());
    chapters.add(quality.write());
    chapters.add(new RevisionChapter(context, layout.headline()).write());
    chapters.add(new MethodChapter(context).write());
    chapters.add(new ProvenanceChapter(context, runs).write());
    return new Report(cover(runs), wording(), numbered(chapters));
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

  private Cover cover(List<ReleaseRun> runs) {
    Words words = context.words();
    LocalDate date = runs.get(0).date();
    String runIds = runs.stream().map(ReleaseRun::id).distinct().collect(Collectors.joining(", "));
    String shown = date.format(DateTimeFormatter.ofPattern(words.get("date"), Locale.ROOT));
    ReportUnit unit = context.unit();
    return new Cover(
        words.get("cover.title", "unit", unit.name(), "year", context.year()),
        words.get("cover.subtitle", "year", context.year()),
        List.of(
            new Cover.Fact(words.get("cover.unit"), unit.name() + " (" + unit.code() + ")"),
            new Cover.Fact(
                words.get("cover.period"), words.get("cover.subtitle", "year", context.year())),
            new Cover.Fact(words.get("cover.date"), shown),
            new Cover.Fact(words.get("cover.release"), context.source().tag()),
            new Cover.Fact(words.get("cover.run"), runIds)),
        notices(runs),
        date,
        context.source().tag() + " run " + runIds + " unit " + unit.code());
  }

  private List<String> notices(List<ReleaseRun> runs) {
    List<String> notices = new ArrayList<>();
    if (runs.stream().anyMatch(ReleaseRun::synthetic)) {
      notices.add(context.words().get("cover.synthetic"));
    }
    notices.add(context.words().get("cover.internal"));
    return notices;
  }

  private Wording wording() {
    Words words = context.words();
    return new Wording(
        words.language().tag(),
        words.get("contents"),
        words.get("text"),
        words.get("note.missing"));
  }
}
