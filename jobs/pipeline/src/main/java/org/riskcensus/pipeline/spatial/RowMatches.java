package org.riskcensus.pipeline.spatial;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.CurrentRow$;
import org.apache.spark.sql.catalyst.expressions.Descending$;
import org.apache.spark.sql.catalyst.expressions.EqualTo;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.IsNotNull;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.Literal$;
import org.apache.spark.sql.catalyst.expressions.MonotonicallyIncreasingID;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.Not;
import org.apache.spark.sql.catalyst.expressions.NullsLast$;
import org.apache.spark.sql.catalyst.expressions.Or;
import org.apache.spark.sql.catalyst.expressions.RowFrame$;
import org.apache.spark.sql.catalyst.expressions.RowNumber;
import org.apache.spark.sql.catalyst.expressions.SortOrder;
import org.apache.spark.sql.catalyst.expressions.SpecifiedWindowFrame;
import org.apache.spark.sql.catalyst.expressions.UnboundedPreceding$;
import org.apache.spark.sql.catalyst.expressions.WindowExpression;
import org.apache.spark.sql.catalyst.expressions.WindowSpecDefinition;
import org.apache.spark.sql.catalyst.plans.ExistenceJoin;
import org.apache.spark.sql.catalyst.plans.JoinType;
import org.apache.spark.sql.catalyst.plans.LeftOuter$;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.Window;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * A join on cells that must know of each left row whether it has a match at all: outer, semi, anti.
 * A row lies in several cells and may have matches in some; so rows are numbered before, and the
 * cells of a row brought together after, those with a match first.
 */
final class RowMatches {

  private static final Seq<String> NO_QUALIFIER = seq(List.of());

  private final Join join;
  private final CellJoin cells;
  private final Alias row = named(new MonotonicallyIncreasingID(), "census_row");

  RowMatches(Join join, SpatialCondition condition) {
    this.join = join;
    this.cells = CellJoin.of(condition);
  }

  /** Each match, and each row without one. */
  LogicalPlan leftOuter(Seq<Attribute> output) {
    Alias there = named(Literal$.MODULE$.TrueLiteral(), "census_there");
    LogicalPlan right = with(join.right(), there);
    LogicalPlan pairs = onCells(right, LeftOuter$.MODULE$);
    Alias match = named(new IsNotNull(there.toAttribute().withNullability(true)), "census_match");
    Ranked ranked = ranked(with(pairs, match), match.toAttribute());
    return ranked.where(new Or(match.toAttribute(), ranked.first()), output);
  }

  /** Each row with a match, once. */
  LogicalPlan semi() {
    Attribute match = matchColumn();
    Ranked ranked = ranked(onCells(join.right(), new ExistenceJoin(match)), match);
    return ranked.where(new And(match, ranked.first()), join.left().output());
  }

  /** Each row without a match. */
  LogicalPlan anti() {
    Attribute match = matchColumn();
    Ranked ranked = ranked(onCells(join.right(), new ExistenceJoin(match)), match);
    return ranked.where(new And(new Not(match), ranked.first()), join.left().output());
  }

  private LogicalPlan onCells(LogicalPlan right, JoinType type) {
    return cells.join(with(join.left(), row), right, type, join.condition().get(), join.hint());
  }

  /** Cells of rows with their rank within the row. */
  private record Ranked(LogicalPlan plan, Attribute rank) {

    Expression first() {
      return new EqualTo(rank, Literal.create(1, DataTypes.IntegerType));
    }

    LogicalPlan where(Expression condition, Seq<Attribute> output) {
      List<NamedExpression> columns = new ArrayList<>(CollectionConverters.asJava(output));
      return new Project(seq(columns), new Filter(condition, plan));
    }
  }

  private Ranked ranked(LogicalPlan plan, Attribute match) {
    Seq<Expression> ofRow = seq(List.of(row.toAttribute()));
    Seq<SortOrder> matchFirst =
        seq(List.of(new SortOrder(match, Descending$.MODULE$, NullsLast$.MODULE$, seq(List.of()))));
    SpecifiedWindowFrame before =
        new SpecifiedWindowFrame(
            RowFrame$.MODULE$, UnboundedPreceding$.MODULE$, CurrentRow$.MODULE$);
    Alias rank =
        named(
            new WindowExpression(
                new RowNumber(), new WindowSpecDefinition(ofRow, matchFirst, before)),
            "census_rank");
    LogicalPlan window = new Window(seq(List.of(rank)), ofRow, matchFirst, plan, Option.empty());
    return new Ranked(window, rank.toAttribute());
  }

  private static LogicalPlan with(LogicalPlan plan, Alias column) {
    List<NamedExpression> columns = new ArrayList<>(CollectionConverters.asJava(plan.output()));
    columns.add(column);
    return new Project(seq(columns), plan);
  }

  private static Attribute matchColumn() {
    return new AttributeReference(
        "census_match",
        DataTypes.BooleanType,
        false,
        Metadata.empty(),
        NamedExpression.newExprId(),
        NO_QUALIFIER);
  }

  private static Alias named(Expression expression, String name) {
    return new Alias(
        expression,
        name,
        NamedExpression.newExprId(),
        NO_QUALIFIER,
        Option.empty(),
        seq(List.of()));
  }

  private static <T> Seq<T> seq(List<T> list) {
    return CollectionConverters.asScala(list).toList();
  }
}
