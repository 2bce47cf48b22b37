package org.stillpoint.relax;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.StatUtils;

/**
 * The range in which a person's own value usually lies: the mean of their earlier readings, plus
 * and minus 1.5 standard deviations. Of values that scatter by chance alone, about one in seven
 * lies outside. That factor is a decision of this product.
 *
 * @param low its lower end
 * @param high its upper end
 */
public record UsualRange(double low, double high) {
  private static final double DEVIATIONS = 1.5;

  /**
   * The range of earlier values; empty with fewer than {@link BaselineHistory#FEWEST}.
   *
   * @param earlier values of earlier readings; today's is not among them
   */
  public static Optional<UsualRange> of(List<Double> earlier) {
    if (earlier.size() < BaselineHistory.FEWEST) {
      return Optional.empty();
    }
    double[] values = earlier.stream().mapToDouble(Double::doubleValue).toArray();
    double mean = StatUtils.mean(values);
    double spread = DEVIATIONS * Math.sqrt(StatUtils.variance(values));
    return Optional.of(new UsualRange(mean - spread, mean + spread));
  }

  /** How a value lies to the range, in words. */
  public String words(double value) {
    if (value < low) {
      return "below your usual range";
    }
    return value > high ? "above your usual range" : "within your usual range";
  }
}
