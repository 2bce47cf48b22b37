package org.stillpoint.signal;

/** How a sensor sits, as its signal shows it: what is seen, and what the person can do about it. */
public enum Placement {
  /** Nothing can be said yet, or the signal could mean several things. */
  UNKNOWN("", "", "", ""),
  /** The signal is as it should be. */
  GOOD("", "", "", ""),
  /** The body is not felt: no finger, an electrode or a strap that does not touch. */
  NO_CONTACT(
      "no pulse was seen",
      "No pulse is seen: lay the pad of a finger lightly on the light, and keep the hand still.",
      "No heartbeat is seen: press the electrodes on well, and see that each cable is plugged in.",
      "The strap does not feel your skin: moisten its electrodes and pull it snug."),
  /** The wave is cut off at an end of the sensor's range. */
  CLIPPED(
      "the wave was cut off",
      "The wave is cut off: press less hard, and shade the sensor from bright light.",
      "The wave is cut off at the sensor's limit: press the electrodes on anew, on clean dry skin.",
      ""),
  /** There is a pulse, but hardly more than the noise. */
  TOO_WEAK(
      "the pulse was too weak",
      "The pulse is very weak: warm the finger, lay it on without pressing, or try another finger.",
      "The heartbeat is very weak: place the electrodes further apart, on clean skin.",
      ""),
  /** The signal jumps by far more than a pulse. */
  MOVING(
      "the sensor moved",
      "The sensor moves: let the hand rest on something, and hold the finger still.",
      "The electrodes move: let the arms rest, and lead the cables so that they do not pull.",
      ""),
  /** Light that flickers with the mains, or hum, as large as a good part of the pulse. */
  FLICKER(
      "lamp light or mains hum disturbed it",
      "Lamp light or mains hum gets in: let the finger cover the light fully, and lay a cloth over it.",
      "Mains hum gets in: keep away from chargers and lamps, and moisten the electrodes.",
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

  /** What to do, in a sentence that says first what is seen; empty when there is nothing to do. */
  public String advice(SensorKind kind) {
    return switch (kind) {
      case PPG -> byLight;
      case ECG -> byElectrodes;
      case INTERVALS -> byStrap;
    };
  }

  /** What was seen, in words for afterwards; empty when there is nothing to do. */
  public String seen() {
    return seen;
  }

  /** Whether the person can do something about it. */
  public boolean bad() {
    return !seen.isEmpty();
  }
}
