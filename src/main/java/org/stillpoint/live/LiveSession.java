package org.stillpoint.live;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.stillpoint.device.Protocol;
import org.stillpoint.guide.Volumes;
import org.stillpoint.monitor.ChainSettings;
import org.stillpoint.monitor.Monitor;
import org.stillpoint.monitor.RecordingEvent;
import org.stillpoint.programme.Script;
import org.stillpoint.serial.ByteSource;
import org.stillpoint.store.NewRecording;
import org.stillpoint.store.RecordingWriter;
import org.stillpoint.store.SourceKind;
import org.stillpoint.store.Store;

/**
 * One session with everything that takes part in it: the recording is written, a virtual person
 * listens, and the guidance is spoken. The terminal, the window and the demo all conduct their
 * sessions through it, so the same source and plan give the same events in each.
 *
 * <p>The events come on the monitor's thread; all other methods may be called by any thread.
 */
public final class LiveSession implements AutoCloseable {
  private final ByteSource source;
  private final NewRecording recording;
  private final RecordingWriter writer;
  private final Narration narration;
  private final Consumer<RecordingEvent> participants;

  /**
   * A session that has not begun.
   *
   * @param source what the monitor reads or will read
   * @param recording what is known of the recording, with the plan of the session
   * @param store where the recording is kept
   * @param narration the sound of the session; closed with the session
   * @param nanoTime the monotonic clock of this computer
   * @param trouble receives one sentence, on any thread, when the recording cannot continue
   */
  public LiveSession(
      ByteSource source,
      NewRecording recording,
      Store store,
      Narration narration,
      LongSupplier nanoTime,
      Consumer<String> trouble) {
    this.source = source;
    this.recording = recording;
    this.narration = narration;
    // A live sensor must never wait for the disk; anything else may.
    boolean wait = recording.source() != SourceKind.REAL;
    this.writer = new RecordingWriter(store, recording, nanoTime, wait, trouble);
    Script script = recording.plan().script();
    Consumer<RecordingEvent> listener =
        Sources.virtual(source)
            .<Consumer<RecordingEvent>>map(virtual -> new PersonListener(script, virtual::person))
            .orElse(event -> {});
    this.participants =
        writer.andThen(listener).andThen(new Narrator(narration.guide(), script.ending()));
  }

  /**
   * A monitor that runs only for this session. It is not started yet.
   *
   * @param protocols the protocols that the sensor may speak
   * @param observer also receives every event
   */
  public Monitor monitor(List<Protocol> protocols, Consumer<RecordingEvent> observer) {
    return new Monitor(
        source,
        ChainSettings.session(protocols, recording.plan()),
        participants.andThen(observer),
        true);
  }

  /**
   * Begins the session on a monitor that already watches the source.
   *
   * @param protocols the protocols that the sensor may speak
   */
  public void beginOn(Monitor monitor, List<Protocol> protocols) {
    monitor.beginSession(protocols, recording.plan(), participants);
  }

  /** Changes the volumes at once. */
  public void volumes(Volumes volumes) {
    narration.volumes(volumes);
  }

  /**
   * Closes the recording. Call it when the monitor has ended.
   *
   * @return what went wrong with the recording, in one sentence; empty if nothing did
   */
  public String closeRecording() {
    writer.close();
    return writer.trouble();
  }

  /** Number of the recording; empty before a sensor is recognised. */
  public OptionalLong recordingId() {
    return writer.id();
  }

  /** Lets the guidance speak its last words. */
  public void finishNarration() {
    narration.finish();
  }

  /** Closes the recording and the guidance, unless they are closed already. */
  @Override
  public void close() {
    writer.close();
    narration.finish();
  }
}
