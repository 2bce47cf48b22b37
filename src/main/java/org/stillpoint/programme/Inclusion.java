package org.stillpoint.programme;

/**
 * Whether a person can leave a stage out. The rest takes up the time of a stage that is left out.
 */
public enum Inclusion {
  /** Always part of the session. */
  ALWAYS,
  /** Part of the session unless the person leaves it out; {@code optional: true} in a script. */
  UNLESS_LEFT_OUT,
  /** Part of the session only if the person chooses it; {@code optional: opt-in} in a script. */
  IF_CHOSEN
}
