package org.riskcensus.pipeline.job.inspection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.riskcensus.formats.report.Cell;
import org.riskcensus.formats.report.Cover;
import org.riskcensus.formats.report.NumberForm;
import org.riskcensus.formats.report.Table;
import org.riskcensus.pipeline.method.InspectionMethod;

/** What the notice and the report of an inspection have in common. */
final class PageParts {

  private PageParts() {}

  static Cover cover(
      InspectionSample sample, InspectionWords words, String title, List<Cover.Fact> more) {
    List<Cover.Fact> facts = new ArrayList<>();
    String objects = Long.toString(sample.objects().count());
    String items = Integer.toString(sample.items().size());
    facts.add(new Cover.Fact(words.say("sample"), sample.id()));
    facts.add(new Cover.Fact(words.say("unit"), sample.unit()));
    facts.add(new Cover.Fact(words.say("seed"), Long.toString(sample.seed())));
    facts.add(new Cover.Fact(words.say("share"), percent(sample.share())));
    facts.add(
        new Cover.Fact(words.say("cover.objects"), words.say("cover.objects.value", objects)));
    facts.add(new Cover.Fact(words.say("cover.items"), words.say("cover.items.value", items)));
    facts.addAll(more);
    facts.add(new Cover.Fact(words.say("method"), sample.method()));
    return new Cover(
        words.say(title),
        words.say("cover.year", Integer.toString(sample.year())),
        facts,
        List.of(),
        LocalDate.of(sample.year(), 12, 31),
        sample.id());
  }

  static String limits(InspectionMethod method, InspectionWords words) {
    return words.say(
        "limits", percent(method.limits().errorRate()), percent(method.limits().unverifiable()));
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", 100 * share).replace(".00%", "%");
  }

  static Table.Row row(Cell... cells) {
    return new Table.Row(List.of(cells), false);
  }

  static Cell words(@Nullable String words) {
    return new Cell.Text(words == null ? "" : words);
  }

  static Cell whole(long number) {
    return new Cell.Figure(number, NumberForm.WHOLE);
  }
}
