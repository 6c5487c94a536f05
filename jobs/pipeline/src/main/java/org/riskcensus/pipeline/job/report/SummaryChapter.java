package org.riskcensus.pipeline.job.report;

import java.util.ArrayList;
import java.util.List;
import org.riskcensus.formats.report.Block;
import org.riskcensus.formats.report.Paragraph;
import org.riskcensus.formats.report.Section;

/** The summary 综述: what each chapter of the report says of itself, in sentences. */
final class SummaryChapter implements Chapter {

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
    List<String> names = context.scope().counties();
    return context.title(
        "summary.counties",
        "n",
        names.size(),
        "names",
        String.join(context.words().get("list.comma"), names));
  }
}
