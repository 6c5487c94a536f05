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

  private final ItemText text;
  private final FilledSheet sheet;
  private final Problems problems;
  private final TreeSet<Integer> unjudged = new TreeSet<>();

  SheetCheck(Contracts contracts, FilledSheet sheet, Problems problems) {
    this.text = new ItemText(contracts);
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
    tell(open.keySet(), "lines of the sample are missing, by their “序号”");
    tell(unjudged, "lines have no verdict, by their “序号”: choose 正确, 错误 or 无法核实");
    return new ArrayList<>(judged.values());
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
    boolean known = number.matches("\\d{1,7}");
    int n = known ? Integer.parseInt(number) : 0;
    if (n < 1 || n > all) {
      problem(line, "“序号” '" + number + "' is no line of the sample, which has 1 to " + all);
      return Optional.empty();
    }
    InspectionItem item = open.remove(n);
    if (item == null) {
      problem(line, "“序号” " + n + " is there twice");
      return Optional.empty();
    }
    keys(item)
        .forEach(
            (head, value) -> {
              if (!line.get(head).equals(value.strip())) {
                problem(
                    line,
                    "“%s” was drawn as '%s' and is '%s' here: only the coloured cells are filled in"
                        .formatted(head, value, line.get(head)));
              }
            });
    return Optional.of(item);
  }

  private Map<String, String> keys(InspectionItem item) {
    Map<String, String> keys = new LinkedHashMap<>();
    keys.put(InspectionForm.DATASET, text.title(item.object().dataset()));
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
      problem(line, "“判定” '" + word + "' is none of 正确, 错误, 无法核实");
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
    return switch (verdict) {
      case RIGHT -> same.filter(s -> !s).map(s -> "“判定” is 正确, but “核查值” is another: " + against);
      case WRONG ->
          value.isEmpty() && remark.isEmpty()
              ? Optional.of("“判定” is 错误: write what is right in “核查值”, or why in “备注”")
              : same.filter(s -> s).map(s -> "“判定” is 错误, but “核查值” is the same: " + against);
      case UNVERIFIABLE ->
          remark.isEmpty() ? Optional.of("“判定” is 无法核实: write why in “备注”") : Optional.empty();
    };
  }

  private void problem(FilledSheet.Line line, String message) {
    problems.add(sheet.file(), line.row(), message);
  }
}
