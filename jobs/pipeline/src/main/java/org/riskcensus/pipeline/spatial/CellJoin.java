package org.riskcensus.pipeline.spatial;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.EqualTo;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.GreaterThanOrEqual;
import org.apache.spark.sql.catalyst.expressions.Greatest;
import org.apache.spark.sql.catalyst.expressions.Inline;
import org.apache.spark.sql.catalyst.expressions.LessThanOrEqual;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.ScalaUDF;
import org.apache.spark.sql.catalyst.plans.JoinType;
import org.apache.spark.sql.catalyst.plans.logical.Generate;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.JoinHint;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import scala.Function1;
import scala.Function2;
import scala.Function3;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** An equi-join on {@link JoinCells} that has each pair of rows whose bounds meet once. */
final class CellJoin {

  private static final String HOLDS = "census_cell_holds";

  private final SpatialCondition condition;
  private final List<Attribute> left = cellColumns();
  private final List<Attribute> right = cellColumns();

  private CellJoin(SpatialCondition condition) {
    this.condition = condition;
  }

  static CellJoin of(SpatialCondition condition) {
    return new CellJoin(condition);
  }

  /** Whether a join is already one on cells. */
  static boolean isOne(Join join) {
    Option<Expression> condition = join.condition();
    return condition.isDefined()
        && SpatialCondition.conjuncts(condition.get()).stream()
            .anyMatch(
                part ->
                    part instanceof ScalaUDF function
                        && function.udfName().isDefined()
                        && function.udfName().get().equals(HOLDS));
  }

  /**
   * The join.
   *
   * @param further what else must hold of a pair
   */
  Join join(
      LogicalPlan leftPlan,
      LogicalPlan rightPlan,
      JoinType type,
      Expression further,
      JoinHint hint) {
    return new Join(
        inCells(leftPlan, JoinCells.Side.LEFT, condition.left(), left),
        inCells(rightPlan, JoinCells.Side.RIGHT, condition.right(), right),
        type,
        Option.apply(new And(boundsMeet(), further)),
        hint);
  }

  private Expression boundsMeet() {
    Expression meet = new EqualTo(left.get(0), right.get(0));
    for (int axis = 1; axis <= 2; axis++) {
      meet = new And(meet, new LessThanOrEqual(left.get(axis), right.get(axis + 2)));
      meet = new And(meet, new GreaterThanOrEqual(left.get(axis + 2), right.get(axis)));
    }
    Expression x = new Greatest(seq(List.of(left.get(1), right.get(1))));
    Expression y = new Greatest(seq(List.of(left.get(2), right.get(2))));
    return new And(meet, holds(left.get(0), x, y));
  }

  private static List<Attribute> cellColumns() {
    List<Attribute> columns = new ArrayList<>();
    for (StructField field : JoinCells.TYPE.fields()) {
      columns.add(
          new AttributeReference(
              "census_cell_" + field.name(),
              field.dataType(),
              true,
              field.metadata(),
              NamedExpression.newExprId(),
              seq(List.of())));
    }
    return columns;
  }

  /** The rows of a plan in each of their cells; those without any once, without a cell. */
  private static LogicalPlan inCells(
      LogicalPlan plan,
      JoinCells.Side side,
      SpatialCondition.Place place,
      List<Attribute> columns) {
    DataType type = new ArrayType(JoinCells.TYPE, false);
    Function1<Object, Object> cells = (Function1<Object, Object> & Serializable) side::cells;
    Function2<Object, Object, Object> around =
        (Function2<Object, Object, Object> & Serializable) side::cellsAround;
    Expression all =
        place
            .metres()
            .map(
                metres -> function(around, type, List.of(place.geometry(), metres), "cells_around"))
            .orElseGet(() -> function(cells, type, List.of(place.geometry()), "cells"));
    return new Generate(new Inline(all), seq(List.of()), true, Option.empty(), seq(columns), plan);
  }

  private static Expression holds(Expression key, Expression x, Expression y) {
    Function3<Object, Object, Object, Object> holds =
        (Function3<Object, Object, Object, Object> & Serializable)
            (k, atX, atY) -> JoinCells.holds((Long) k, (Double) atX, (Double) atY);
    return function(holds, DataTypes.BooleanType, List.of(key, x, y), "cell_holds");
  }

  private static Expression function(
      Object body, DataType type, List<Expression> arguments, String name) {
    Option<String> named = Option.apply("census_" + name);
    return new ScalaUDF(
        body, type, seq(arguments), seq(List.of()), Option.empty(), named, true, true);
  }

  private static <T> Seq<T> seq(List<T> list) {
    return CollectionConverters.asScala(list).toList();
  }
}
