package org.riskcensus.pipeline.contract;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * One table a rule is applied to.
 *
 * @param table dataset, such as {@code building}
 * @param parameters which columns play which part, and limits of this table alone
 */
public record RuleScope(String table, Map<String, String> parameters) implements Serializable {

  /**
   * The columns named by a parameter, parted by blanks; none where it is absent.
   *
   * @param parameter name of it
   */
  public List<String> columns(String parameter) {
    return find(parameter).map(text -> List.of(text.split(" "))).orElse(List.of());
  }

  /**
   * The value of a parameter.
   *
   * @throws NoSuchElementException when it is not declared
   */
  public String get(String parameter) {
    return find(parameter)
        .orElseThrow(
            () -> new NoSuchElementException("scope " + table + " lacks the key " + parameter));
  }

  /** The value of a parameter, if it is declared. */
  public Optional<String> find(String parameter) {
    return Optional.ofNullable(parameters.get(parameter));
  }

  /** The number of a parameter. */
  public double number(String parameter) {
    return Double.parseDouble(get(parameter));
  }
}
