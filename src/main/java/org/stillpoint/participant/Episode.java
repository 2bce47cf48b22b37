package org.stillpoint.participant;

/**
 * Something that comes over a virtual person for a time, whatever they hear. Times are in seconds
 * from the beginning.
 *
 * @param beginsSeconds when it begins
 * @param topSeconds when it is at its full height
 * @param fadesSeconds when it begins to fade; infinite if it never does
 * @param endsSeconds when it is over
 */
public record Episode(
    double beginsSeconds, double topSeconds, double fadesSeconds, double endsSeconds) {

  /** Nothing ever happens. */
  public static final Episode NONE =
      new Episode(
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          Double.POSITIVE_INFINITY);

  /** An episode that never ends. */
  static Episode forGood(double beginsSeconds, double riseSeconds) {
    return new Episode(
        beginsSeconds,
        beginsSeconds + riseSeconds,
        Double.POSITIVE_INFINITY,
        Double.POSITIVE_INFINITY);
  }

  /** An episode that passes. */
  static Episode passing(
      double beginsSeconds, double riseSeconds, double lastsSeconds, double fallSeconds) {
    double top = beginsSeconds + riseSeconds;
    return new Episode(beginsSeconds, top, top + lastsSeconds, top + lastsSeconds + fallSeconds);
  }

  /** Whether it ever happens. */
  public boolean happens() {
    return beginsSeconds < Double.POSITIVE_INFINITY;
  }

  /** The same at another time. */
  public Episode later(double seconds) {
    return new Episode(
        beginsSeconds + seconds,
        topSeconds + seconds,
        fadesSeconds + seconds,
        endsSeconds + seconds);
  }

  /** How strong it is at a moment, 0 to 1. */
  double level(double seconds) {
    if (seconds <= beginsSeconds || seconds >= endsSeconds) {
      return 0;
    }
    if (seconds < topSeconds) {
      return (seconds - beginsSeconds) / (topSeconds - beginsSeconds);
    }
    return seconds <= fadesSeconds ? 1 : (endsSeconds - seconds) / (endsSeconds - fadesSeconds);
  }
}
