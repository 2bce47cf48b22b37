package org.stillpoint.monitor;

import java.util.ArrayDeque;
import java.util.OptionalDouble;

/**
 * What a session is judged by: the index in the last minute before the return begins, and its mean
 * from the start to there. Without a return both reach to the end.
 */
final class IndexTally {
  private static final double LAST_SECONDS = 60;

  private record TallyStep(double seconds, double index) {}

  private final ArrayDeque<TallyStep> last = new ArrayDeque<>();
  private double sum;
  private long count;
  private double closedSeconds = Double.POSITIVE_INFINITY;

  /** Takes the index of a step; without effect after {@link #close}. */
  void add(double seconds, double index) {
    if (seconds > closedSeconds) {
      return;
    }
    last.add(new TallyStep(seconds, index));
    while (last.getFirst().seconds <= seconds - LAST_SECONDS) {
      last.remove();
    }
    sum += index;
    count++;
  }

  /** The return begins: what follows does not count. Only the first call has an effect. */
  void close(double seconds) {
    closedSeconds = Math.min(closedSeconds, seconds);
  }

  /**
   * Mean of the last minute before the return.
   *
   * @param seconds the end, if no return has begun
   * @return absent if there was no index in that minute
   */
  OptionalDouble last(double seconds) {
    double end = Math.min(seconds, closedSeconds);
    return last.stream()
        .filter(r -> r.seconds > end - LAST_SECONDS)
        .mapToDouble(TallyStep::index)
        .average();
  }

  /** Mean from the start to there; absent without any index. */
  OptionalDouble mean() {
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
  }
}
