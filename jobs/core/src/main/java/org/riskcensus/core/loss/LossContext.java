package org.riskcensus.core.loss;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What a loss row is judged against beside itself. A null is unknown and keeps the rules that need
 * it silent.
 *
 * @param hazardKind code of the kind of disaster, as in the code list {@code loss_kind}
 * @param residents resident population 常住人口 of the unit in the year
 * @param gdpWan gross domestic product 生产总值 of the unit in the year, 万元, nominal
 */
public record LossContext(
    @Nullable String hazardKind, @Nullable Double residents, @Nullable Double gdpWan)
    implements Serializable {

  /** Nothing known beside the row. */
  public static final LossContext UNKNOWN = new LossContext(null, null, null);
}
