package org.riskcensus.core.weighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonMatrixTest {

  private static ComparisonMatrix matrix(double... upper) {
    int n = (int) Math.round((1 + Math.sqrt(1 + 8.0 * upper.length)) / 2);
    Double[][] rows = new Double[n][n];
    int next = 0;
    for (int i = 0; i < n; i++) {
      rows[i][i] = 1.0;
      for (int j = i + 1; j < n; j++) {
        rows[i][j] = upper[next];
        rows[j][i] = 1 / upper[next++];
      }
    }
    return new ComparisonMatrix(
        java.util.Arrays.stream(rows).map(java.util.Arrays::asList).toList());
  }

  @Test
  void judgementsThatAgreeGiveTheirRatiosAndNoInconsistency() {
    ComparisonMatrix matrix = matrix(2, 2, 1);
    assertThat(matrix.weights()).containsExactly(new double[] {0.5, 0.25, 0.25}, within(1e-12));
    assertThat(matrix.consistencyRatio()).isCloseTo(0, within(1e-12));
  }

  /**
   * By hand: the characteristic polynomial of (1 3 5; 1/3 1 3; 1/5 1/3 1) is {@code λ³ − 3λ² −
   * (3·3/5 + 5/9 − 2)}, whose root is 3.0385; the weights are then (0.637, 0.258, 0.105).
   */
  @Test
  void theWorkedExampleHasConsistencyRatio0033() {
    ComparisonMatrix matrix = matrix(3, 5, 3);
    double lambda = matrix.greatestEigenvalue();
    double determinant = 3 * 3 / 5.0 + 5 / 9.0 - 2;
    assertThat(lambda * lambda * (lambda - 3)).isCloseTo(determinant, within(1e-9));
    assertThat(matrix.weights()).containsExactly(new double[] {0.637, 0.258, 0.105}, within(5e-4));
    assertThat(matrix.consistencyIndex()).isCloseTo(0.0193, within(1e-4));
    assertThat(matrix.consistencyRatio()).isCloseTo(0.0332, within(1e-4));
  }

  @Test
  void judgementsInACircleAreFarAboveTheLimit() {
    assertThat(matrix(9, 1 / 9.0, 9).consistencyRatio())
        .isGreaterThan(ComparisonMatrix.CONSISTENCY_LIMIT);
  }

  @Test
  void namingIndicatorsInAnotherOrderChangesNothing() {
    double[] weights = matrix(3, 5, 3).weights();
    double[] swapped = matrix(1 / 3.0, 3, 5).weights();
    assertThat(swapped[1]).isCloseTo(weights[0], within(1e-12));
    assertThat(swapped[0]).isCloseTo(weights[1], within(1e-12));
    assertThat(swapped[2]).isCloseTo(weights[2], within(1e-12));
  }

  @Test
  void aMatrixThatIsNotReciprocalIsRefused() {
    assertThatThrownBy(() -> new ComparisonMatrix(List.of(List.of(1.0, 3.0), List.of(0.5, 1.0))))
        .hasMessageContaining("reciprocal");
    assertThatThrownBy(() -> new ComparisonMatrix(List.of(List.of(1.0, 3.0))))
        .hasMessageContaining("1 × 1");
  }
}
