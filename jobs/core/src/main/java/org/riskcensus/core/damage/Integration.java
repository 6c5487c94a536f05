package org.riskcensus.core.damage;

/**
 * How the loss runs between two return periods T₁ &lt; T₂, whose frequencies f = 1/T are w = (T₂ −
 * T₁) / (T₁ T₂) apart.
 */
public enum Integration {
  /** Linear in frequency. The integral is w (L₁ + L₂) / 2. */
  TRAPEZOID {
    @Override
    double rarerWeight(double years, double rarerYears) {
      return frequencies(years, rarerYears) / 2;
    }
  },

  /**
   * Linear in the logarithm of the return period. The integral is w L₁ + (L₂ − L₁) (w − k / T₂) / k
   * with k = ln(T₂ / T₁).
   */
  LOG_LINEAR {
    @Override
    double rarerWeight(double years, double rarerYears) {
      double k = Math.log(rarerYears / years);
      return (frequencies(years, rarerYears) - k / rarerYears) / k;
    }
  };

  /** The factor of L₂ in the integral of the loss over frequency; that of L₁ is the rest of w. */
  abstract double rarerWeight(double years, double rarerYears);

  /** w: events a year that are rarer than T₁ and more frequent than T₂. */
  static double frequencies(double years, double rarerYears) {
    return (rarerYears - years) / (years * rarerYears);
  }
}
