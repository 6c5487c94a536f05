package org.riskcensus.pipeline.job.losses;

import java.util.List;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Column names as Spark's joins want them. */
final class Names {
  private Names() {}

  static Seq<String> of(List<String> names) {
    return CollectionConverters.asScala(names).toSeq();
  }
}
