package org.stillpoint.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.stillpoint.device.ToDevice;
import org.stillpoint.monitor.Chain;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.monitor.SampleListener;

/** Recomputes a recording from its raw inputs and compares all that followed. */
public final class Replay {

  /**
   * What came of it.
   *
   * @param identical whether everything is as it was stored
   * @param events how many events were compared
   * @param difference the first difference in words; empty when there is none
   */
  public record Result(boolean identical, int events, String difference) {}

  private Replay() {}

  /**
   * Recomputes a recording.
   *
   * @throws IOException when its inputs cannot be read
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
   * Compares in order.
   *
   * @param least how many of the computed events must be stored at least: all of them, but for what
   *     followed from the last input before a crash
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
    // The end of a recording that failed follows from no input.
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
    // Protocols hold a factory and have no equality of their own: their names decide.
    return (was instanceof RecordingEvent.Recognised a && is instanceof RecordingEvent.Recognised b)
        ? a.timeNanos() == b.timeNanos() && a.protocol().name().equals(b.protocol().name())
        : was.equals(is);
  }
}
