package org.stillpoint.store;

import java.util.List;
import org.stillpoint.monitor.RecordingEvent;

/**
 * A recording with everything that followed from its inputs. The inputs themselves are left out.
 *
 * @param recording the recording
 * @param events all events except {@link RecordingEvent.Input}, in order
 */
public record RecordedSession(Recording recording, List<RecordingEvent> events) {

  /** Keeps its own copy. */
  public RecordedSession {
    events = List.copyOf(events);
  }

  /** The events of one type, in order. */
  public <T extends RecordingEvent> List<T> events(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
