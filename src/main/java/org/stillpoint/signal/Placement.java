package org.stillpoint.signal;

/**
 * How a sensor sits on the body, judged from its signal: what is seen, and what the person can do
 * about it.
 */
public enum Placement {
  /** Nothing can be said yet, or the signal is ambiguous. */
  UNKNOWN("", "", "", ""),
  /** The signal is as it should be. */
  GOOD("", "", "", ""),
  /**
   * There is no contact with the body: no finger, or an electrode or strap that does not touch the
   * skin.
   */
  NO_CONTACT(
      "no pulse was seen",
      "No pulse is seen: lay the pad of a finger lightly on the light and keep your hand still.",
      "No heartbeat is seen: press the electrodes on firmly and check that all cables are plugged"
          + " in.",
      "The strap has no contact with your skin: moisten its electrodes and tighten it."),
  /** The wave is cut off at one end of the sensor's range. */
  CLIPPED(
      "the wave was cut off",
      "The wave is cut off: press more lightly and shade the sensor from bright light.",
      "The wave is cut off at the sensor's limit: reattach the electrodes on clean, dry skin.",
      ""),
  /** There is a pulse, but it is hardly larger than the noise. */
  TOO_WEAK(
      "the pulse was too weak",
      "The pulse is very weak: warm your finger, rest it without pressing, or try another finger.",
      "The heartbeat is very weak: place the electrodes further apart, on clean skin.",
      ""),
  /** The signal jumps by far more than a pulse. */
  MOVING(
      "the sensor moved",
      "The sensor is moving: rest your hand on something and keep the finger still.",
      "The electrodes are moving: rest your arms and route the cables so that they do not pull.",
      ""),
  /** Mains hum, or light that flickers with the mains, is a large fraction of the pulse. */
  FLICKER(
      "lamp light or mains hum disturbed the signal",
      "Lamp light or mains hum disturbs the signal: cover the light fully with your finger and a"
          + " cloth.",
      "Mains hum disturbs the signal: move away from chargers and lamps, and moisten the"
          + " electrodes.",
      "");

  private final String seen;
  private final String byLight;
  private final String byElectrodes;
  private final String byStrap;

  Placement(String seen, String byLight, String byElectrodes, String byStrap) {
    this.seen = seen;
    this.byLight = byLight;
    this.byElectrodes = byElectrodes;
    this.byStrap = byStrap;
  }

  /**
   * What to do, in a sentence that first says what is seen; empty when there is nothing to do, or
   * nothing that applies to this kind of sensor.
   */
  public String advice(SensorKind kind) {
    return switch (kind) {
      case PPG -> byLight;
      case ECG -> byElectrodes;
      case INTERVALS -> byStrap;
    };
  }

  /** What was seen, in words for a later report; empty when there is nothing to do. */
  public String seen() {
    return seen;
  }

  /** Whether the person can do something about it. */
  public boolean bad() {
    return !seen.isEmpty();
  }
}
