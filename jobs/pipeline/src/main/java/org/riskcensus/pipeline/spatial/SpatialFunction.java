package org.riskcensus.pipeline.spatial;

import java.io.Serializable;
import java.util.HexFormat;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.types.DataType;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.riskcensus.core.geometry.Wkb;

/**
 * One SQL function: null when an argument is null, WKB decoded and encoded around it, and every
 * failure told with the name of the function and its arguments.
 *
 * @param name the OGC name
 * @param type the type of the result; a {@link Geometry} comes out as WKB
 */
record SpatialFunction(String name, DataType type) implements Serializable {

  private static final int SHOWN_CHARACTERS = 80;

  /** A function of one argument. */
  interface Of1<A> extends Serializable {
    @Nullable Object apply(A a) throws ParseException;
  }

  /** A function of two arguments. */
  interface Of2<A, B> extends Serializable {
    @Nullable Object apply(A a, B b) throws ParseException;
  }

  /** A function of three arguments. */
  interface Of3<A, B, C> extends Serializable {
    @Nullable Object apply(A a, B b, C c) throws ParseException;
  }

  /** Registers {@code body} over text. */
  void ofText(SparkSession spark, Of1<String> body) {
    UDF1<Object, Object> function = a -> call(() -> body.apply(String.valueOf(a)), a);
    spark.udf().register(name, function, type);
  }

  /** Registers {@code body} over two numbers. */
  void ofNumbers(SparkSession spark, Of2<Double, Double> body) {
    UDF2<Object, Object, Object> function =
        (a, b) -> call(() -> body.apply(number(a), number(b)), a, b);
    spark.udf().register(name, function, type);
  }

  /** Registers {@code body} over a geometry. */
  void ofGeometry(SparkSession spark, Of1<Geometry> body) {
    UDF1<Object, Object> function = a -> call(() -> body.apply(geometry(a)), a);
    spark.udf().register(name, function, type);
  }

  /** Registers {@code body} over two geometries. */
  void ofGeometries(SparkSession spark, Of2<Geometry, Geometry> body) {
    UDF2<Object, Object, Object> function =
        (a, b) -> call(() -> body.apply(geometry(a), geometry(b)), a, b);
    spark.udf().register(name, function, type);
  }

  /** Registers {@code body} over two geometries as they are stored. */
  void ofWkb(SparkSession spark, Of2<byte[], byte[]> body) {
    UDF2<Object, Object, Object> function = (a, b) -> call(() -> body.apply(wkb(a), wkb(b)), a, b);
    spark.udf().register(name, function, type);
  }

  /** Registers {@code body} over a geometry and a number. */
  void ofGeometryAndNumber(SparkSession spark, Of2<Geometry, Double> body) {
    UDF2<Object, Object, Object> function =
        (a, b) -> call(() -> body.apply(geometry(a), number(b)), a, b);
    spark.udf().register(name, function, type);
  }

  /** Registers {@code body} over two geometries and a number. */
  void ofGeometriesAndNumber(SparkSession spark, Of3<Geometry, Geometry, Double> body) {
    UDF3<Object, Object, Object, Object> function =
        (a, b, c) -> call(() -> body.apply(geometry(a), geometry(b), number(c)), a, b, c);
    spark.udf().register(name, function, type);
  }

  /** Registers {@code body} over four numbers. */
  void ofFourNumbers(SparkSession spark, Of1<double[]> body) {
    UDF4<Object, Object, Object, Object, Object> function =
        (a, b, c, d) ->
            call(
                () -> body.apply(new double[] {number(a), number(b), number(c), number(d)}),
                a,
                b,
                c,
                d);
    spark.udf().register(name, function, type);
  }

  /** Registers {@code body} over a geometry and two texts. */
  void ofGeometryAndTexts(SparkSession spark, Of3<Geometry, String, String> body) {
    UDF3<Object, Object, Object, Object> function =
        (a, b, c) ->
            call(() -> body.apply(geometry(a), String.valueOf(b), String.valueOf(c)), a, b, c);
    spark.udf().register(name, function, type);
  }

  private static Geometry geometry(Object argument) {
    return Wkb.read(wkb(argument));
  }

  private static byte[] wkb(Object argument) {
    if (argument instanceof byte[] wkb) {
      return wkb;
    }
    throw new IllegalArgumentException("not a geometry; make one with ST_GeomFromText or ST_Point");
  }

  private static Double number(Object argument) {
    if (argument instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException(
        "'" + argument + "' is text, not a number; CAST(… AS DOUBLE) makes it one");
  }

  private interface Body {
    @Nullable Object run() throws ParseException;
  }

  private @Nullable Object call(Body body, @Nullable Object... arguments) {
    for (Object argument : arguments) {
      if (argument == null) {
        return null;
      }
    }
    try {
      Object result = body.run();
      return result instanceof Geometry geometry ? Wkb.write(geometry) : result;
    } catch (ParseException | RuntimeException e) {
      throw new FunctionCallException(name + shown(arguments), e);
    }
  }

  private static String shown(@Nullable Object... arguments) {
    StringBuilder text = new StringBuilder("(");
    for (Object argument : arguments) {
      text.append(text.length() == 1 ? "" : ", ").append(shown(argument));
    }
    return text.append(')').toString();
  }

  private static String shown(@Nullable Object argument) {
    String text =
        argument instanceof byte[] bytes
            ? "X'" + HexFormat.of().withUpperCase().formatHex(bytes) + "'"
            : String.valueOf(argument);
    return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
  }
}
