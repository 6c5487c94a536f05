package org.riskcensus.pipeline.job.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Section;

/** The summary 综述: what each chapter of the report says of itself, in sentences. */
final class SummaryChapter implements Chapter {

  /** Names that a sentence can hold. */
  private static final int MOST_NAMES = 30;

  private final ReportContext context;
  private final List<Chapter> others;

  SummaryChapter(ReportContext context, List<Chapter> others) {
    this.context = context;
    this.others = others;
  }

  @Override
  public Section write() {
    List<Block> blocks = new ArrayList<>();
    others.forEach(other -> blocks.addAll(other.summary()));
    if (!context.unit().withinCounty()) {
      blocks.add(Paragraph.warning(counties()));
    }
    return Section.of("summary", context.words().get("chapter.summary"), blocks);
  }

  /** A city or province is the sum of its counties in the lake, which may not be all. */
  private String counties() {
    Collection<String> names = context.scope().counties().values();
    String comma = context.words().get("list.comma");
    return names.size() > MOST_NAMES
        ? context.title("summary.many_counties", "n", names.size())
        : context.title("summary.counties", "n", names.size(), "names", String.join(comma, names));
  }
}
