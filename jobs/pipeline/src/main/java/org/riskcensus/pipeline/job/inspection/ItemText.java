package org.riskcensus.pipeline.job.inspection;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.riskcensus.pipeline.contract.CodeList;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Language;
import org.riskcensus.pipeline.method.InspectionMethod;

/** How an item is written for people, and whether what they write is the same value. */
final class ItemText {

  private final Contracts contracts;
  private final InspectionWords words;

  ItemText(Contracts contracts, InspectionWords words) {
    this.contracts = contracts;
    this.words = words;
  }

  /** The name of the indicator, with its unit; English names have theirs within. */
  String label(String dataset, InspectionMethod.Indicator indicator) {
    if (indicator.field().equals(InspectionMethod.PLACE)) {
      return words.say("place");
    }
    if (words.language() != Language.ZH) {
      return words.field(dataset, indicator.field());
    }
    ColumnContract column = column(dataset, indicator.field());
    String unit = column.unit();
    boolean told = !unit.isEmpty() && !unit.equals("1") && !column.label().contains(unit);
    return told ? column.label() + " (" + unit + ")" : column.label();
  }

  /** The filed value: codes by their name. */
  String filed(InspectionItem item) {
    String value = item.filed();
    if (value == null) {
      return words.say("not_filed");
    }
    return codes(item)
        .flatMap(list -> list.find(value))
        .map(e -> e.in(words.language()))
        .orElse(value);
  }

  /** The tolerance, such as ±5%; empty where there is none. */
  static String tolerance(InspectionMethod.Indicator indicator) {
    return indicator.tolerance().isPresent()
        ? String.format(Locale.ROOT, "±%.0f%%", 100 * indicator.tolerance().getAsDouble())
        : "";
  }

  /**
   * Whether an inspected value is the one filed: the same code, word or, within the tolerance,
   * number. Empty for places, which are compared on the ground.
   */
  Optional<Boolean> same(InspectionItem item, String inspected) {
    String filed = item.filed();
    if (item.indicator().field().equals(InspectionMethod.PLACE)) {
      return Optional.empty();
    }
    if (filed == null || inspected.equals(filed(item)) || inspected.equals(filed)) {
      return Optional.of(filed != null || inspected.equals(filed(item)));
    }
    Optional<CodeList> codes = codes(item);
    if (codes.isPresent()) {
      return Optional.of(
          codes.get().entries().stream()
              .filter(e -> e.code().equals(filed))
              .anyMatch(e -> names(e, inspected)));
    }
    Optional<BigDecimal> a = number(filed);
    Optional<BigDecimal> b = number(inspected);
    return Optional.of(a.isPresent() && b.isPresent() && within(a.get(), b.get(), item));
  }

  /** Whether a word is the code or a name of an entry. */
  private static boolean names(CodeList.Entry entry, String word) {
    return word.equals(entry.zh())
        || word.equalsIgnoreCase(entry.code())
        || word.equalsIgnoreCase(entry.en());
  }

  private static boolean within(BigDecimal filed, BigDecimal inspected, InspectionItem item) {
    BigDecimal tolerance = BigDecimal.valueOf(item.indicator().tolerance().orElse(0));
    return filed.subtract(inspected).abs().compareTo(tolerance.multiply(filed.abs())) <= 0;
  }

  private static Optional<BigDecimal> number(String text) {
    String bare = text.replace(",", "").strip();
    return bare.matches("-?\\d{1,20}(\\.\\d{1,20})?")
        ? Optional.of(new BigDecimal(bare))
        : Optional.empty();
  }

  private Optional<CodeList> codes(InspectionItem item) {
    String name = column(item.object().dataset(), item.indicator().field()).codes();
    return Optional.ofNullable(name).map(contracts::codeList);
  }

  private ColumnContract column(String dataset, String field) {
    return contracts.get("staging." + dataset).get(field);
  }
}
