package org.stillpoint.relax;

/** With what the present measures are compared, and whether variability takes part in the index. */
public enum Regime {
  /** Nothing is compared: there is no start yet, or no trusted signal. */
  UNKNOWN,
  /** Heart rate and variability are both compared with the start. */
  COMPARED,
  /**
   * A clear rate shows that breathing has changed, or a breath pacer has: variability stands still
   * until it can be compared again. Heart rate is compared.
   */
  HELD,
  /**
   * The person has moved: heart rate and variability stand still until they can be compared again.
   */
  MOVED
}
