package org.riskcensus.pipeline.spatial;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.EqualTo;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GreaterThanOrEqual;
import org.apache.spark.sql.catalyst.expressions.Greatest;
import org.apache.spark.sql.catalyst.expressions.Inline;
import org.apache.spark.sql.catalyst.expressions.LessThanOrEqual;
import org.apache.spark.sql.catalyst.expressions.Literal$;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.ScalaUDF;
import org.apache.spark.sql.catalyst.plans.Inner$;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.Generate;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import scala.Function1;
import scala.Function3;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractPartialFunction;

/**
 * Plans an inner join of SQL whose condition asks how two geometries lie to each other, such as
 * {@code JOIN b ON ST_Intersects(a.geometry, b.geometry)}, as an equi-join on {@link JoinCells},
 * where Spark would compare all with all. Functions in the condition stay as they are and decide on
 * the pairs whose bounds meet, above the join: within its condition Spark would copy the geometries
 * of every pair of one cell. All else, broadcast or shuffle, skew, spilling, is Spark's.
 */
final class CellJoinRule extends Rule<LogicalPlan> {

  /** Relations that hold only where bounds meet. */
  private static final Set<String> RELATIONS =
      Set.of(
          "ST_Intersects",
          "ST_Contains",
          "ST_Within",
          "ST_Covers",
          "ST_CoveredBy",
          "ST_Overlaps",
          "ST_Touches",
          "ST_Crosses",
          "ST_Equals");

  private static final String HOLDS = "census_cell_holds";

  /** The geometry of either side of a join. */
  private record Sides(Expression left, Expression right) {}

  @Override
  public LogicalPlan apply(LogicalPlan plan) {
    return plan.transformDown(
        new AbstractPartialFunction<LogicalPlan, LogicalPlan>() {
          @Override
          public boolean isDefinedAt(LogicalPlan node) {
            return node instanceof Join join && find(join).isPresent();
          }

          @Override
          public LogicalPlan apply(LogicalPlan node) {
            Join join = (Join) node;
            return onCells(join, find(join).orElseThrow());
          }
        });
  }

  private static Optional<Sides> find(Join join) {
    Option<Expression> condition = join.condition();
    if (join.joinType() != Inner$.MODULE$ || condition.isEmpty()) {
      return Optional.empty();
    }
    List<ScalaUDF> functions = new ArrayList<>();
    for (Expression part : conjuncts(condition.get())) {
      if (part instanceof ScalaUDF function && function.udfName().isDefined()) {
        functions.add(function);
      }
    }
    boolean planned = functions.stream().anyMatch(f -> f.udfName().get().equals(HOLDS));
    return planned
        ? Optional.empty()
        : functions.stream()
            .filter(f -> RELATIONS.contains(f.udfName().get()))
            .flatMap(f -> sides(join, f).stream())
            .findFirst();
  }

  private static List<Expression> conjuncts(Expression condition) {
    List<Expression> parts = new ArrayList<>();
    if (condition instanceof And and) {
      parts.addAll(conjuncts(and.left()));
      parts.addAll(conjuncts(and.right()));
    } else {
      parts.add(condition);
    }
    return parts;
  }

  private static Optional<Sides> sides(Join join, ScalaUDF relation) {
    Expression a = relation.children().apply(0);
    Expression b = relation.children().apply(1);
    if (!isGeometry(a) || !isGeometry(b)) {
      return Optional.empty();
    }
    if (isOf(a, join.left()) && isOf(b, join.right())) {
      return Optional.of(new Sides(a, b));
    }
    return isOf(b, join.left()) && isOf(a, join.right())
        ? Optional.of(new Sides(b, a))
        : Optional.empty();
  }

  private static boolean isGeometry(Expression expression) {
    return expression.dataType().equals(DataTypes.BinaryType) && expression.deterministic();
  }

  private static boolean isOf(Expression expression, LogicalPlan side) {
    return !expression.references().isEmpty() && expression.references().subsetOf(side.outputSet());
  }

  private static LogicalPlan onCells(Join join, Sides sides) {
    List<Attribute> left = cellColumns();
    List<Attribute> right = cellColumns();
    Expression condition = new EqualTo(left.get(0), right.get(0));
    for (int axis = 1; axis <= 2; axis++) {
      condition = new And(condition, new LessThanOrEqual(left.get(axis), right.get(axis + 2)));
      condition = new And(condition, new GreaterThanOrEqual(left.get(axis + 2), right.get(axis)));
    }
    Expression x = new Greatest(seq(List.of(left.get(1), right.get(1))));
    Expression y = new Greatest(seq(List.of(left.get(2), right.get(2))));
    condition = new And(condition, holds(left.get(0), x, y));
    Expression onPairs = Literal$.MODULE$.TrueLiteral();
    for (Expression part : conjuncts(join.condition().get())) {
      if (asksFunction(part)) {
        onPairs = new And(onPairs, part);
      } else {
        condition = new And(condition, part);
      }
    }
    Join onCells =
        new Join(
            inCells(join.left(), JoinCells.Side.LEFT, sides.left(), left),
            inCells(join.right(), JoinCells.Side.RIGHT, sides.right(), right),
            join.joinType(),
            Option.apply(condition),
            join.hint());
    List<NamedExpression> output = new ArrayList<>();
    CollectionConverters.asJava(join.output()).forEach(output::add);
    return new Project(seq(output), new Filter(kept(onPairs), onCells));
  }

  /** The same condition, told to be none that may move into a join. */
  private static Expression kept(Expression condition) {
    Function1<Object, Object> same = (Function1<Object, Object> & Serializable) value -> value;
    return new ScalaUDF(
        same,
        DataTypes.BooleanType,
        seq(List.of(condition)),
        seq(List.of()),
        Option.empty(),
        Option.apply("census_pair"),
        true,
        false);
  }

  private static boolean asksFunction(Expression part) {
    return part instanceof ScalaUDF
        || CollectionConverters.asJava(part.children()).stream()
            .anyMatch(CellJoinRule::asksFunction);
  }

  private static List<Attribute> cellColumns() {
    List<Attribute> columns = new ArrayList<>();
    for (StructField field : JoinCells.TYPE.fields()) {
      columns.add(
          new AttributeReference(
              "census_cell_" + field.name(),
              field.dataType(),
              false,
              field.metadata(),
              NamedExpression.newExprId(),
              seq(List.of())));
    }
    return columns;
  }

  private static LogicalPlan inCells(
      LogicalPlan plan, JoinCells.Side side, Expression shape, List<Attribute> columns) {
    Function1<Object, Object> cells = (Function1<Object, Object> & Serializable) side::cells;
    Expression all =
        function(cells, new ArrayType(JoinCells.TYPE, false), List.of(shape), "census_cells");
    return new Generate(new Inline(all), seq(List.of()), false, Option.empty(), seq(columns), plan);
  }

  private static Expression holds(Expression key, Expression x, Expression y) {
    Function3<Object, Object, Object, Object> holds =
        (Function3<Object, Object, Object, Object> & Serializable)
            (k, atX, atY) -> JoinCells.holds((Long) k, (Double) atX, (Double) atY);
    return function(holds, DataTypes.BooleanType, List.of(key, x, y), HOLDS);
  }

  private static Expression function(
      Object body, DataType type, List<Expression> arguments, String name) {
    return new ScalaUDF(
        body, type, seq(arguments), seq(List.of()), Option.empty(), Option.apply(name), true, true);
  }

  private static <T> Seq<T> seq(List<T> list) {
    return CollectionConverters.asScala(list).toList();
  }
}
