package org.stillpoint.store;

import java.util.List;
import org.stillpoint.monitor.RecordingEvent;

/**
 * A recording with all that followed from its inputs, in order; the inputs themselves are left out.
 *
 * @param recording what it is
 * @param events all but {@link RecordingEvent.Input}
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
