package org.riskcensus.pipeline.contract;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Severity;
import org.riskcensus.core.finding.Wording;

/**
 * Turns the text of one column into its value, or into the first finding that applies: {@code
 * required}, {@code code}, {@code type}, {@code range}, {@code pattern}. Findings quote the text as
 * filed, before any mapping or conversion. Serializable, stateless.
 */
final class ColumnConformer implements Serializable {

  private static final long serialVersionUID = 1L;

  private final ColumnContract column;
  private final @Nullable CodeList codes;
  private final @Nullable Pattern pattern;
  private final Map<String, String> mappedValues;
  private final @Nullable UnitConversion units;

  ColumnConformer(
      ColumnContract column,
      @Nullable CodeList codes,
      Map<String, String> mappedValues,
      @Nullable UnitConversion units) {
    this.column = column;
    this.codes = codes;
    this.pattern = column.pattern() == null ? null : Pattern.compile(column.pattern());
    this.mappedValues = mappedValues;
    this.units = units;
  }

  /** The value of the filed text, null where there is none; adds to {@code findings}. */
  @Nullable Object conform(@Nullable String filed, List<Finding> findings) {
    String observed = filed == null ? "" : FiledText.strip(filed);
    String meant = mappedValues.getOrDefault(observed, observed);
    if (meant.isEmpty()) {
      if (column.required()) {
        findings.add(finding("required", observed, Wording.phrase("a_value")));
      }
      return null;
    }
    Optional<String> text = codes == null ? Optional.of(meant) : code(codes, meant);
    if (codes != null && text.isEmpty()) {
      findings.add(finding("code", observed, Wording.phrase("one_of_codes", codes.name())));
      return null;
    }
    Optional<Object> value = ValueText.parse(column.type(), text.get(), units);
    if (value.isEmpty()) {
      findings.add(finding("type", observed, ValueText.expected(column.type(), text.get(), units)));
      return null;
    }
    return checked(value.get(), observed, findings);
  }

  private @Nullable Object checked(Object value, String observed, List<Finding> findings) {
    Range range = column.range();
    if (range != null && value instanceof Number n && !range.contains(n.doubleValue())) {
      findings.add(finding("range", observed, range(range)));
      return null;
    }
    if (pattern != null && !pattern.matcher(value.toString()).matches()) {
      findings.add(finding("pattern", observed, Wording.phrase("text_of_form", pattern)));
      return null;
    }
    return value;
  }

  private static Optional<String> code(CodeList codes, String meant) {
    return codes.find(meant).map(CodeList.Entry::code);
  }

  private Wording range(Range range) {
    String unit = column.unit();
    return unit.isEmpty() || unit.equals("1")
        ? Wording.of(range)
        : Wording.phrase("range_in_unit", range, unit);
  }

  private Finding finding(String rule, String observed, Wording expected) {
    return new Finding(rule, Severity.ERROR, column.name(), Wording.of(observed), expected, null);
  }
}
