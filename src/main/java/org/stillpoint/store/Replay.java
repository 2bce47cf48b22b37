package org.stillpoint.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.stillpoint.device.ToDevice;
import org.stillpoint.monitor.Chain;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.monitor.SampleListener;

/** Recomputes a recording from its raw inputs and compares everything that followed from them. */
public final class Replay {

  /**
   * The result of a replay.
   *
   * @param identical whether every recomputed event equals the stored one
   * @param events number of events before the first difference
   * @param difference the first difference in words; empty without one
   */
  public record Result(boolean identical, int events, String difference) {}

  private Replay() {}

  /**
   * Recomputes a recording.
   *
   * @throws IOException if its inputs cannot be read
   */
  public static Result run(Store store, Recording recording) throws IOException {
    List<RecordingEvent> stored = store.load(recording).events();
    List<RecordingEvent> computed = new ArrayList<>();
    Chain chain =
        new Chain(
            store.settings(recording.id()),
            event -> {
              if (!(event instanceof RecordingEvent.Input)) {
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
    return compare(stored, computed, cut ? beforeLastInput.get() : computed.size());
  }

  /**
   * Compares events in order.
   *
   * @param least the number of computed events that must at least be stored: all of them, except
   *     those that followed from the last input before a crash
   */
  static Result compare(List<RecordingEvent> stored, List<RecordingEvent> computed, int least) {
    int common = Math.min(stored.size(), computed.size());
    for (int i = 0; i < common; i++) {
      RecordingEvent was = stored.get(i);
      RecordingEvent is = computed.get(i);
      if (!same(was, is)) {
        return new Result(false, i, "stored " + was + ", recomputed " + is);
      }
    }
    // The end of a recording that failed does not follow from an input.
    int explained = endedByFailure(stored) ? stored.size() - 1 : stored.size();
    if (explained > computed.size() || explained < least) {
      String counts = stored.size() + " events stored, " + computed.size() + " recomputed";
      return new Result(false, common, counts);
    }
    return new Result(true, common, "");
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
