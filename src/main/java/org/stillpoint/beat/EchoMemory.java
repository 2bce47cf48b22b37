package org.stillpoint.beat;

/**
 * How strong the rises between beats usually are: dicrotic waves, T and P waves, noise. Belongs to
 * one thread.
 */
final class EchoMemory {
  /** Number of intervals remembered. */
  private static final int MEMORY = 9;

  /** With fewer intervals the rises between beats are not known. */
  private static final int FEWEST = 4;

  /** A rise closer to the next beat belongs to its beginning, in seconds. */
  private static final double BEFORE_BEAT_SECONDS = 0.06;

  private final double stepSeconds;
  private final RunningMedian strongest = new RunningMedian(MEMORY);
  private double current;
  private double latest;
  private long latestGrid;

  EchoMemory(double stepSeconds) {
    this.stepSeconds = stepSeconds;
  }

  void clear() {
    strongest.clear();
    current = 0;
    latest = 0;
  }

  /** Notes a rise that was not a beat. */
  void rejected(Rise rise) {
    if ((rise.grid() - latestGrid) * stepSeconds >= BEFORE_BEAT_SECONDS) {
      current = Math.max(current, latest);
      latest = 0;
    }
    if (rise.slope() >= latest) {
      latest = rise.slope();
      latestGrid = rise.grid();
    }
  }

  /** Notes a beat, which ends an interval. */
  void accepted(Rise beat) {
    boolean apart = (beat.grid() - latestGrid) * stepSeconds >= BEFORE_BEAT_SECONDS;
    strongest.add(apart ? Math.max(current, latest) : current);
    current = 0;
    latest = 0;
  }

  /**
   * The strength that rises between beats reach now and then: the second largest of the latest
   * intervals; infinite as long as it is not known.
   */
  double largest() {
    return strongest.size() < FEWEST ? Double.POSITIVE_INFINITY : strongest.largestButOne();
  }

  /** The strongest rise between two beats, as a median; infinite as long as it is not known. */
  double usual() {
    return strongest.size() < FEWEST ? Double.POSITIVE_INFINITY : strongest.value();
  }
}
