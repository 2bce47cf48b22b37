package org.stillpoint.programme;

/** Whether a person can leave a stage out; the time of one that is left out goes to the rest. */
public enum Inclusion {
  /** Always part of the session. */
  ALWAYS,
  /** Part of the session unless the person leaves it out; {@code optional: true} in a script. */
  UNLESS_LEFT_OUT,
  /** Part of the session only if the person chose it; {@code optional: opt-in} in a script. */
  IF_CHOSEN
}
