package org.riskcensus.pipeline.spatial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal$;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.Inner$;
import org.apache.spark.sql.catalyst.plans.JoinType;
import org.apache.spark.sql.catalyst.plans.LeftAnti$;
import org.apache.spark.sql.catalyst.plans.LeftOuter$;
import org.apache.spark.sql.catalyst.plans.LeftSemi$;
import org.apache.spark.sql.catalyst.plans.RightOuter$;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.HintInfo;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.JoinHint;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.rules.Rule;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractPartialFunction;

/**
 * Plans a join of SQL whose condition asks how two geometries lie to each other, such as {@code
 * JOIN b ON ST_Intersects(a.geometry, b.geometry)} or {@code WHERE NOT EXISTS (SELECT 1 FROM b
 * WHERE ST_DWithin(a.geometry, b.geometry, 500))}, as an equi-join on {@link JoinCells}, where
 * Spark would compare all with all. Functions in the condition stay as they are and decide on the
 * pairs whose bounds meet. All else, broadcast or shuffle, skew, spilling, is Spark's.
 *
 * <p>It is the last rule of the optimizer: only then have subqueries become joins.
 */
final class CellJoinRule extends Rule<LogicalPlan> {

  /** Makes {@code spark} plan its joins by this rule, beside others it has been given. */
  static void add(SparkSession spark) {
    List<Rule<LogicalPlan>> rules =
        new ArrayList<>(CollectionConverters.asJava(spark.experimental().extraOptimizations()));
    rules.removeIf(CellJoinRule.class::isInstance);
    rules.add(new CellJoinRule());
    spark.experimental().extraOptimizations_$eq(CollectionConverters.asScala(rules).toList());
  }

  @Override
  public LogicalPlan apply(LogicalPlan plan) {
    return plan.transformDown(
        new AbstractPartialFunction<LogicalPlan, LogicalPlan>() {
          @Override
          public boolean isDefinedAt(LogicalPlan node) {
            return node instanceof Join join && planned(join).isPresent();
          }

          @Override
          public LogicalPlan apply(LogicalPlan node) {
            return planned((Join) node).orElseThrow();
          }
        });
  }

  private static Optional<LogicalPlan> planned(Join join) {
    return CellJoin.isOne(join)
        ? Optional.empty()
        : SpatialCondition.find(join).flatMap(condition -> planned(join, condition));
  }

  private static Optional<LogicalPlan> planned(Join join, SpatialCondition condition) {
    JoinType type = join.joinType();
    if (type == Inner$.MODULE$) {
      return Optional.of(inner(join, condition));
    }
    if (type == LeftOuter$.MODULE$) {
      return Optional.of(new RowMatches(join, condition).leftOuter(join.output()));
    }
    if (type == RightOuter$.MODULE$) {
      return Optional.of(new RowMatches(turned(join), condition.turned()).leftOuter(join.output()));
    }
    if (type == LeftSemi$.MODULE$) {
      return Optional.of(new RowMatches(join, condition).semi());
    }
    return type == LeftAnti$.MODULE$
        ? Optional.of(new RowMatches(join, condition).anti())
        : Optional.empty();
  }

  /**
   * Functions decide above the join: within its condition Spark would copy the geometries of every
   * pair of one cell before it looks at their bounds.
   */
  private static LogicalPlan inner(Join join, SpatialCondition condition) {
    Expression onCells = Literal$.MODULE$.TrueLiteral();
    Expression onPairs = Literal$.MODULE$.TrueLiteral();
    for (Expression part : SpatialCondition.conjuncts(join.condition().get())) {
      if (SpatialCondition.callsFunction(part)) {
        onPairs = new And(onPairs, part);
      } else {
        onCells = new And(onCells, part);
      }
    }
    LogicalPlan pairs =
        CellJoin.of(condition)
            .join(join.left(), join.right(), Inner$.MODULE$, onCells, join.hint());
    List<NamedExpression> output = new ArrayList<>(CollectionConverters.asJava(join.output()));
    Seq<NamedExpression> columns = CollectionConverters.asScala(output).toList();
    return new Project(columns, new Filter(onPairs, pairs));
  }

  /** The left outer join that a right outer join is, its sides exchanged. */
  private static Join turned(Join join) {
    LogicalPlan left = join.right();
    LogicalPlan right = join.left();
    Option<HintInfo> ofLeft = join.hint().rightHint();
    Option<HintInfo> ofRight = join.hint().leftHint();
    JoinHint hint = new JoinHint(ofLeft, ofRight);
    return new Join(left, right, LeftOuter$.MODULE$, join.condition(), hint);
  }
}
