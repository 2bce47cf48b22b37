package org.stillpoint.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.stillpoint.device.ToDevice;
import org.stillpoint.monitor.Chain;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.monitor.SampleListener;

/**
 * Recomputes a recording from its raw inputs and compares everything that followed from them. Of a
 * recording that was made with an older formula, only what was seen of the signal is compared:
 * index and decisions are meant to differ.
 */
public final class Replay {

  /**
   * The result of a replay.
   *
   * @param algorithm version of the computation with which it was made, see {@link Chain#ALGORITHM}
   * @param identical whether every compared event equals the stored one
   * @param events number of compared events before the first difference
   * @param difference the first difference in words; empty without one
   */
  public record Result(int algorithm, boolean identical, int events, String difference) {

    /** Whether the recording was made with another formula than that of this program. */
    public boolean formulaChanged() {
      return algorithm != Chain.ALGORITHM;
    }

    /** The result in one sentence, without the name of the recording. */
    public String words() {
      if (formulaChanged()) {
        String signal =
            identical
                ? "all " + events + " events of its signal are as they were stored"
                : "its beats are judged in another way too";
        return "the formula has changed since this recording was made (version "
            + algorithm
            + ", now "
            + Chain.ALGORITHM
            + "), so its index and its decisions would be others today; "
            + signal
            + ".";
      }
      return identical
          ? "identical; all " + events + " events are as they were stored."
          : "not identical after " + events + " events: " + difference;
    }
  }

  private Replay() {}

  /**
   * Recomputes a recording.
   *
   * @throws IOException if its inputs cannot be read
   */
  public static Result run(Store store, Recording recording) throws IOException {
    int algorithm = store.algorithm(recording.id());
    Predicate<RecordingEvent> compared =
        algorithm == Chain.ALGORITHM ? event -> true : Replay::ofTheSignal;
    List<RecordingEvent> stored = store.load(recording).events().stream().filter(compared).toList();
    List<RecordingEvent> computed = new ArrayList<>();
    Chain chain =
        new Chain(
            store.settings(recording.id()),
            event -> {
              if (!(event instanceof RecordingEvent.Input) && compared.test(event)) {
                computed.add(event);
              }
            },
            SampleListener.NONE,
            ToDevice.NOBODY);
    AtomicInteger beforeLastInput = new AtomicInteger();
    store.inputs(
        recording.id(),
        input -> {
          beforeLastInput.set(computed.size());
          chain.input(input);
        });
    boolean cut = recording.state() == Recording.State.OPEN;
    return compare(algorithm, stored, computed, cut ? beforeLastInput.get() : computed.size());
  }

  /** Whether an event tells of the signal alone, and not of the index that follows from it. */
  private static boolean ofTheSignal(RecordingEvent event) {
    return event instanceof RecordingEvent.Recognised
        || event instanceof RecordingEvent.BeatSeen
        || event instanceof RecordingEvent.SensorSeen
        || event instanceof RecordingEvent.GapSeen
        || event instanceof RecordingEvent.FaultSeen
        || event instanceof RecordingEvent.LineChanged
        || event instanceof RecordingEvent.PauseChanged;
  }

  /**
   * Compares events in order.
   *
   * @param least the number of computed events that must at least be stored: all of them, except
   *     those that followed from the last input before a crash
   */
  static Result compare(
      int algorithm, List<RecordingEvent> stored, List<RecordingEvent> computed, int least) {
    int common = Math.min(stored.size(), computed.size());
    for (int i = 0; i < common; i++) {
      RecordingEvent was = stored.get(i);
      RecordingEvent is = computed.get(i);
      if (!same(was, is)) {
        return new Result(algorithm, false, i, "stored " + was + ", recomputed " + is);
      }
    }
    // The end of a recording that failed does not follow from an input.
    int explained = endedByFailure(stored) ? stored.size() - 1 : stored.size();
    if (explained > computed.size() || explained < least) {
      String counts = stored.size() + " events stored, " + computed.size() + " recomputed";
      return new Result(algorithm, false, common, counts);
    }
    return new Result(algorithm, true, common, "");
  }

  private static boolean endedByFailure(List<RecordingEvent> stored) {
    return !stored.isEmpty()
        && stored.get(stored.size() - 1) instanceof RecordingEvent.Ended ended
        && ended.summary().outcome() == RecordingEvent.Outcome.FAILED;
  }

  private static boolean same(RecordingEvent was, RecordingEvent is) {
    // Protocols hold a factory and cannot be compared, so their names are.
    return (was instanceof RecordingEvent.Recognised a && is instanceof RecordingEvent.Recognised b)
        ? a.timeNanos() == b.timeNanos() && a.protocol().name().equals(b.protocol().name())
        : was.equals(is);
  }
}
