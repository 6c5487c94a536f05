package org.riskcensus.pipeline.method;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.contract.ColumnType;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.yaml.YamlNode;

/** Holds {@code classes}, a value for each code of a column, to the code list of that column. */
final class ClassCodes {

  private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]*");

  private ClassCodes() {}

  /**
   * Whether a column has codes at all, else the problem is noted; codes of its list without a
   * value, and values of codes that are not in it, are noted too.
   */
  static boolean check(ColumnContract column, Contracts contracts, YamlNode classes) {
    if (column.codes() == null) {
      classes.problem(
          "classes are for a column with a code list, but '%s' has none".formatted(column.name())
              + (column.type().numeric() ? "; use 'curve', or 'column' alone" : ""));
      return false;
    }
    List<String> codes = contracts.codeList(column.codes()).codes();
    if (!areValues(codes, column, classes)) {
      return false;
    }
    requireEach(classes, codes);
    return true;
  }

  /** Whether a value of the column, written out, is the code again: neither 1.0 nor 1 is 01. */
  private static boolean areValues(List<String> codes, ColumnContract column, YamlNode classes) {
    ColumnType type = column.type();
    boolean whole = type == ColumnType.INT || type == ColumnType.LONG;
    if (!whole && type != ColumnType.STRING) {
      classes.problem(
          "classes are for a column of text or whole numbers, but '%s' is %s"
              .formatted(column.name(), type.text()));
      return false;
    }
    if (whole && !codes.stream().allMatch(code -> WHOLE.matcher(code).matches())) {
      classes.problem(
          "'%s' is %s, so its codes must be whole numbers as 1 and 20; the code list has %s"
              .formatted(column.name(), type.text(), codes));
      return false;
    }
    return true;
  }

  private static void requireEach(YamlNode classes, List<String> codes) {
    TreeSet<String> without = new TreeSet<>(codes);
    without.removeAll(classes.fields().keySet());
    TreeSet<String> unknown = new TreeSet<>(classes.fields().keySet());
    unknown.removeAll(codes);
    if (!without.isEmpty()) {
      classes.problem("there is no value for the codes " + without);
    }
    if (!unknown.isEmpty()) {
      classes.problem("the code list has no " + unknown + "; it has " + codes);
    }
  }
}
