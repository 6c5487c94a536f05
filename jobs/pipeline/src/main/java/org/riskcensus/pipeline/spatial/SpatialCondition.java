package org.riskcensus.pipeline.spatial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.expressions.And;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ScalaUDF;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.types.DataTypes;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The part of a join's condition that can hold only where a geometry of one side comes near one of
 * the other.
 */
record SpatialCondition(Place left, Place right) {

  /**
   * A geometry of one side.
   *
   * @param metres how far around it the other side is looked for; empty where bounds must meet
   */
  record Place(Expression geometry, Optional<Expression> metres) {}

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

  private static final String DISTANCE = "ST_DWithin";

  /** The first such part of a join's condition, if it has one. */
  static Optional<SpatialCondition> find(Join join) {
    Option<Expression> condition = join.condition();
    return condition.isEmpty()
        ? Optional.empty()
        : conjuncts(condition.get()).stream().flatMap(part -> of(join, part).stream()).findFirst();
  }

  /** The same of the join with its sides exchanged. */
  SpatialCondition turned() {
    Place first = right;
    Place second = left;
    return new SpatialCondition(first, second);
  }

  /** The parts of a condition that must all hold. */
  static List<Expression> conjuncts(Expression condition) {
    List<Expression> parts = new ArrayList<>();
    if (condition instanceof And and) {
      parts.addAll(conjuncts(and.left()));
      parts.addAll(conjuncts(and.right()));
    } else {
      parts.add(condition);
    }
    return parts;
  }

  /** Whether an expression calls a registered function, which is dear. */
  static boolean callsFunction(Expression expression) {
    return expression instanceof ScalaUDF
        || CollectionConverters.asJava(expression.children()).stream()
            .anyMatch(SpatialCondition::callsFunction);
  }

  private static Optional<SpatialCondition> of(Join join, Expression part) {
    if (!(part instanceof ScalaUDF function) || function.udfName().isEmpty()) {
      return Optional.empty();
    }
    String name = function.udfName().get();
    if (!RELATIONS.contains(name) && !name.equals(DISTANCE)) {
      return Optional.empty();
    }
    List<Expression> arguments = CollectionConverters.asJava(function.children());
    Expression a = arguments.get(0);
    Expression b = arguments.get(1);
    Optional<Expression> metres = arguments.stream().skip(2).findFirst();
    if (!isGeometry(a) || !isGeometry(b)) {
      return Optional.empty();
    }
    if (isOf(a, join.left()) && isOf(b, join.right())) {
      return near(join, a, b, metres);
    }
    return isOf(b, join.left()) && isOf(a, join.right())
        ? near(join, b, a, metres)
        : Optional.empty();
  }

  /** The distance goes to the side that knows it, the right one if both do. */
  private static Optional<SpatialCondition> near(
      Join join, Expression left, Expression right, Optional<Expression> metres) {
    Optional<Expression> none = Optional.empty();
    if (metres.isEmpty() || isKnown(metres.get(), join.right())) {
      return Optional.of(new SpatialCondition(new Place(left, none), new Place(right, metres)));
    }
    return isKnown(metres.get(), join.left())
        ? Optional.of(new SpatialCondition(new Place(left, metres), new Place(right, none)))
        : Optional.empty();
  }

  private static boolean isGeometry(Expression expression) {
    return expression.dataType().equals(DataTypes.BinaryType) && expression.deterministic();
  }

  private static boolean isOf(Expression expression, LogicalPlan side) {
    return !expression.references().isEmpty() && expression.references().subsetOf(side.outputSet());
  }

  private static boolean isKnown(Expression expression, LogicalPlan side) {
    return expression.deterministic() && expression.references().subsetOf(side.outputSet());
  }
}
