package org.riskcensus.pipeline.contract;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.riskcensus.core.finding.Finding;
import org.riskcensus.core.finding.Severity;

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
        findings.add(finding("required", observed, "a value 必填"));
      }
      return null;
    }
    Optional<String> text = codes == null ? Optional.of(meant) : code(codes, meant);
    if (text.isEmpty()) {
      findings.add(finding("code", observed, expectedCodes()));
      return null;
    }
    Optional<Object> value = ValueText.parse(column.type(), text.get(), units);
    if (value.isEmpty()) {
      findings.add(finding("type", observed, ValueText.expected(column.type())));
      return null;
    }
    return checked(value.get(), observed, findings);
  }

  private @Nullable Object checked(Object value, String observed, List<Finding> findings) {
    Range range = column.range();
    if (range != null && value instanceof Number n && !range.contains(n.doubleValue())) {
      findings.add(finding("range", observed, (range + " " + column.unit()).strip()));
      return null;
    }
    if (pattern != null && !pattern.matcher(value.toString()).matches()) {
      findings.add(finding("pattern", observed, "text that matches " + pattern));
      return null;
    }
    return value;
  }

  private static Optional<String> code(CodeList codes, String meant) {
    return codes.find(meant).map(CodeList.Entry::code);
  }

  private String expectedCodes() {
    return codes == null
        ? ""
        : codes.entries().stream()
            .map(e -> e.zh().equals(e.code()) ? e.zh() : e.zh() + " (" + e.code() + ")")
            .collect(Collectors.joining(", ", "one of ", ""));
  }

  private Finding finding(String rule, String observed, String expected) {
    return new Finding(rule, Severity.ERROR, column.name(), observed, expected, null);
  }
}
