package org.riskcensus.pipeline.job.inspection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.riskcensus.core.inspection.ItemVerdict;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.yaml.Problems;

/**
 * Holds a sheet that was handed in against the sample as it was drawn: every line is there once and
 * unchanged, has a verdict, and the verdict does not contradict the value beside it.
 */
final class SheetCheck {

  private final InspectionWords words;
  private final ItemText text;
  private final FilledSheet sheet;
  private final Problems problems;
  private final TreeSet<Integer> unjudged = new TreeSet<>();

  SheetCheck(Contracts contracts, FilledSheet sheet, Problems problems) {
    this.words = sheet.words();
    this.text = new ItemText(contracts, words);
    this.sheet = sheet;
    this.problems = problems;
  }

  /** The items in order of the sample; what is wrong with the sheet goes to the problems. */
  List<InspectedItem> items(InspectionSample sample) {
    Map<Integer, InspectionItem> open = new TreeMap<>();
    sample.items().forEach(item -> open.put(item.number(), item));
    Map<Integer, InspectedItem> judged = new TreeMap<>();
    for (FilledSheet.Line line : sheet.lines()) {
      Optional<InspectionItem> item = item(line, open, sample.items().size());
      item.flatMap(i -> judge(line, i)).ifPresent(i -> judged.put(i.item().number(), i));
    }
    String number = quoted(InspectionForm.NUMBER);
    tell(open.keySet(), "lines of the sample are missing, by their " + number);
    tell(unjudged, "lines have no verdict, by their " + number + ": choose " + verdicts(" or "));
    return new ArrayList<>(judged.values());
  }

  /** A head of the sheet, in its language. */
  private String quoted(String head) {
    return "“" + words.say(head) + "”";
  }

  private String quoted(ItemVerdict verdict) {
    return quoted(InspectionForm.VERDICT) + " is " + words.verdict(verdict);
  }

  private String verdicts(String last) {
    return words.verdict(ItemVerdict.RIGHT)
        + ", "
        + words.verdict(ItemVerdict.WRONG)
        + last
        + words.verdict(ItemVerdict.UNVERIFIABLE);
  }

  private void tell(Iterable<Integer> numbers, String what) {
    String ranges = NumberRanges.of(numbers);
    if (!ranges.isEmpty()) {
      problems.add(sheet.file(), 0, what + ": " + ranges);
    }
  }

  private Optional<InspectionItem> item(
      FilledSheet.Line line, Map<Integer, InspectionItem> open, int all) {
    String number = line.get(InspectionForm.NUMBER);
    String head = quoted(InspectionForm.NUMBER);
    boolean known = number.matches("\\d{1,7}");
    int n = known ? Integer.parseInt(number) : 0;
    if (n < 1 || n > all) {
      problem(line, head + " '" + number + "' is no line of the sample, which has 1 to " + all);
      return Optional.empty();
    }
    InspectionItem item = open.remove(n);
    if (item == null) {
      problem(line, head + " " + n + " is there twice");
      return Optional.empty();
    }
    keys(item)
        .forEach(
            (key, value) -> {
              if (!line.get(key).equals(value.strip())) {
                problem(
                    line,
                    "%s was drawn as '%s' and is '%s' here: only the coloured cells are filled in"
                        .formatted(quoted(key), value, line.get(key)));
              }
            });
    return Optional.of(item);
  }

  private Map<String, String> keys(InspectionItem item) {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put(InspectionForm.DATASET, words.title(item.object().dataset()));
    keys.put(InspectionForm.OBJECT, item.object().id());
    keys.put(InspectionForm.INDICATOR, text.label(item.object().dataset(), item.indicator()));
    keys.put(InspectionForm.FILED, text.filed(item));
    return keys;
  }

  private Optional<InspectedItem> judge(FilledSheet.Line line, InspectionItem item) {
    String word = line.get(InspectionForm.VERDICT);
    Optional<ItemVerdict> verdict = ItemVerdict.find(word);
    if (word.isEmpty()) {
      unjudged.add(item.number());
    } else if (verdict.isEmpty()) {
      String all = verdicts(", ");
      problem(line, quoted(InspectionForm.VERDICT) + " '" + word + "' is none of " + all);
    }
    String value = line.get(InspectionForm.INSPECTED);
    String remark = line.get(InspectionForm.REMARK);
    verdict.ifPresent(v -> contradiction(item, v, value, remark).ifPresent(c -> problem(line, c)));
    return verdict.map(v -> new InspectedItem(item, v, value, remark));
  }

  private Optional<String> contradiction(
      InspectionItem item, ItemVerdict verdict, String value, String remark) {
    Optional<Boolean> same = value.isEmpty() ? Optional.empty() : text.same(item, value);
    String against = "'%s' against the filed '%s'".formatted(value, text.filed(item));
    String told = quoted(verdict);
    String inspected = quoted(InspectionForm.INSPECTED);
    String why = quoted(InspectionForm.REMARK);
    return switch (verdict) {
      case RIGHT ->
          same.filter(s -> !s).map(s -> told + ", but " + inspected + " is another: " + against);
      case WRONG ->
          value.isEmpty() && remark.isEmpty()
              ? Optional.of(told + ": write what is right in " + inspected + ", or why in " + why)
              : same.filter(s -> s)
                  .map(s -> told + ", but " + inspected + " is the same: " + against);
      case UNVERIFIABLE ->
          remark.isEmpty() ? Optional.of(told + ": write why in " + why) : Optional.empty();
    };
  }

  private void problem(FilledSheet.Line line, String message) {
    problems.add(sheet.file(), line.row(), message);
  }
}
