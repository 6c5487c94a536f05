package org.riskcensus.pipeline.audit.check;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.riskcensus.pipeline.audit.Verdict;
import org.riskcensus.pipeline.contract.ColumnContract;
import org.riskcensus.pipeline.contract.Contracts;
import org.riskcensus.pipeline.contract.Rule;
import org.riskcensus.pipeline.contract.RuleScope;

/**
 * The rows of all datasets of an ingest with their verdicts, as the checks see them: the columns of
 * {@link Found#ORIGIN}, {@code values} (texts in the order of the contract's filed columns), {@code
 * plane} (WKB in the analysis plane), {@code unit_fit} and {@code verdict}.
 *
 * @param all the rows
 * @param datasets whose rows they may be
 * @param contracts which say where a column stands in {@code values}
 */
record JudgedRows(Dataset<Row> all, Set<String> datasets, Contracts contracts) {

  /** Whether there may be rows of one of these datasets. */
  boolean hasAny(Object... wanted) {
    return Stream.of(wanted).anyMatch(datasets::contains);
  }

  /** The rows that go to staging, of the datasets a rule is applied to. */
  Dataset<Row> acceptedOf(Rule rule) {
    return accepted().where(col("dataset").isin(rule.datasets()));
  }

  /** The rows of one dataset that go to staging. */
  Dataset<Row> acceptedOf(String dataset) {
    return accepted().where(col("dataset").equalTo(dataset));
  }

  private Dataset<Row> accepted() {
    return all.where(col("verdict").equalTo(Verdict.ACCEPTED.code()));
  }

  /** A column of a dataset as text. */
  Column text(String dataset, String column) {
    List<String> filed =
        contracts.get("staging." + dataset).filedColumns().stream()
            .map(ColumnContract::name)
            .toList();
    int at = filed.indexOf(column);
    if (at < 0) {
      throw new IllegalArgumentException("staging." + dataset + " has no filed column " + column);
    }
    return col("values").getItem(at);
  }

  Column number(String dataset, String column) {
    return text(dataset, column).try_cast("double");
  }

  /** The values of several columns as one text, equal for rows that agree in all of them. */
  Column key(RuleScope scope, String parameter) {
    Column[] columns =
        scope.columns(parameter).stream()
            .map(c -> coalesce(text(scope.table(), c), lit("")))
            .toArray(Column[]::new);
    return concat_ws("|", columns);
  }

  /** What a rule's scopes say of the row's dataset; null where the rule does not apply. */
  static Column byDataset(Rule rule, Function<RuleScope, Column> value) {
    Column all = lit(null);
    for (RuleScope scope : rule.scopes()) {
      Column mine = value.apply(scope);
      all = when(col("dataset").equalTo(scope.table()), mine).otherwise(all);
    }
    return all;
  }
}
