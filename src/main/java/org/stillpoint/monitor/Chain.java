package org.stillpoint.monitor;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stillpoint.device.FrameDecoder;
import org.stillpoint.device.Protocol;
import org.stillpoint.device.Recogniser;
import org.stillpoint.device.Search;
import org.stillpoint.device.Timebase;
import org.stillpoint.device.ToDevice;
import org.stillpoint.serial.CaptureRecord;
import org.stillpoint.session.Choice;
import org.stillpoint.signal.Gap;

/**
 * The whole way from bytes to decisions, as a function: the same inputs with the same stamps give
 * the same events, at any speed. The chain has no thread and no clock. Everything that is due at a
 * certain time happens with exactly the bytes that had arrived until then, so it does not matter
 * how often {@link #advance} is called.
 *
 * <p>Belongs to one thread. Host times count from the beginning of the recording.
 */
public final class Chain {
  /**
   * Version of everything that is computed from the inputs. It is raised whenever the same inputs
   * give other events, so that a replay of an older recording can say so. 1: variability needs a
   * clear breathing rate. 2: it takes part unless a clear rate shows another breathing; beats are
   * told from second waves and pauses, and faint breathing rates are tracked. 3: another breathing
   * must show in several windows; low pulses are beats; support begins by level and heart rate too.
   * 4: after early beats pacing holds for a minute; a cue is the one said longest ago.
   */
  public static final int ALGORITHM = 4;

  /**
   * A sensor that sends nothing for this long counts as silent; an Arduino boots in two seconds.
   */
  public static final double PATIENCE_SECONDS = 6;

  /**
   * Time without a beat or sample after which the person is told: a board boots in two seconds, a
   * strap is found in ten, and its dongle reports more after fifteen.
   */
  private static final double MUTE_SECONDS = 20;

  /** Longer, because a strap has to be put on and found. */
  private static final double HINDRANCE_PATIENCE_SECONDS = 90;

  private final Consumer<RecordingEvent> out;
  private final Search search;
  private final ToDevice line;
  private final double watchSeconds;
  private final SignalChain signal;
  private final Timebase timebase;
  private final SessionChain session;
  private @Nullable Protocol protocol;
  private @Nullable FrameDecoder decoder;
  private long bytesSeen;
  private long hostNanos;
  private boolean ended;
  private boolean pausedBySleep;

  /**
   * A chain at time 0.
   *
   * @param settings what it needs to know
   * @param out receives the events, in order, during the calls
   * @param samples receives every sample of the wave; for the screen
   * @param line sends bytes to the device; its answers arrive as bytes
   */
  public Chain(
      ChainSettings settings, Consumer<RecordingEvent> out, SampleListener samples, ToDevice line) {
    this.out = out;
    this.line = line;
    this.watchSeconds = Math.max(settings.watchSeconds(), PATIENCE_SECONDS);
    this.search = new Search(settings.protocols());
    this.signal = new SignalChain(out, samples);
    this.timebase = new Timebase(signal);
    this.session = new SessionChain(settings, signal, timebase, out);
    if (settings.protocols().size() == 1) {
      choose(settings.protocols().get(0));
    }
  }

  /**
   * Lets time pass and does everything that is due.
   *
   * @param hostNanos now; an earlier time than before counts as the same time
   */
  public void advance(long hostNanos) {
    this.hostNanos = Math.max(this.hostNanos, hostNanos);
    if (ended) {
      return;
    }
    FrameDecoder known = decoder;
    if (known == null) {
      search.advance(this.hostNanos, line);
      return;
    }
    known.speak(this.hostNanos, line::send);
    session.advance(this.hostNanos);
    finishIfOver();
  }

  /** Takes bytes that arrived. Call {@link #advance} with the time of their arrival first. */
  public void bytes(byte[] bytes, int count) {
    if (ended || count == 0) {
      return;
    }
    bytesSeen += count;
    out.accept(
        new RecordingEvent.Input(
            CaptureRecord.of(CaptureRecord.InputKind.BYTES, hostNanos, bytes, count)));
    FrameDecoder known = decoder;
    if (known == null) {
      recognise(bytes, count);
    } else {
      decode(known, hostNanos, bytes, count);
    }
    if (!session.begun() && signal.sensing()) {
      session.begin(
          hostNanos); // with the bytes of the first beat or sample: a replay has no other moments
    }
  }

  private void recognise(byte[] bytes, int count) {
    Optional<Protocol> found = search.accept(hostNanos, bytes, count);
    if (found.isPresent()) {
      FrameDecoder fresh = choose(found.get());
      for (Recogniser.ReceivedBytes chunk : search.kept()) {
        decode(fresh, chunk.hostNanos(), chunk.bytes(), chunk.bytes().length);
      }
    }
  }

  private FrameDecoder choose(Protocol chosen) {
    FrameDecoder fresh = chosen.decoder().get();
    protocol = chosen;
    decoder = fresh;
    signal.kind(chosen.kind());
    out.accept(new RecordingEvent.Recognised(hostNanos, chosen));
    if (!chosen.speech().asked()) {
      session.begin(hostNanos); // devices that are asked have yet to find their strap
    }
    return fresh;
  }

  private void decode(FrameDecoder known, long arrivedNanos, byte[] bytes, int count) {
    timebase.arrived(arrivedNanos);
    known.accept(bytes, count, timebase);
  }

  /** Obeys a command of the person or the program. Call {@link #advance} first. */
  public void command(Command command) {
    if (ended) {
      return;
    }
    record(command);
    switch (command) {
      case PAUSE -> session.pause(hostNanos, true);
      case RESUME -> session.pause(hostNanos, false);
      case STOP -> end(RecordingEvent.Outcome.STOPPED, "");
      case SENSOR_GONE ->
          end(RecordingEvent.Outcome.SENSOR_GONE, "the sensor was lost before the end");
      case SOURCE_ENDED ->
          end(
              RecordingEvent.Outcome.SOURCE_ENDED,
              !session.conducts() ? "" : "the recorded signal ended before the session did");
      case LINE_LOST -> lineLost();
      case LINE_BACK -> lineBack();
      case SLEEP -> fallAsleep();
      case AWAKE -> wakeUp();
      case GO_ON, CHANGE_POSITION, END_GENTLY, PACER_ON, PACER_OFF, PACER_TOO_SLOW ->
          session.choose(hostNanos, Choice.valueOf(command.name()));
      case MOVED -> session.moved(hostNanos, RecordingEvent.MovedBy.SAID);
      case TICK -> {} // time has already advanced
    }
  }

  private void lineLost() {
    timebase.finish(); // the rest of a line that was cut off would be a guess
    session.line(false);
    out.accept(new RecordingEvent.LineChanged(hostNanos, false));
  }

  private void lineBack() {
    beginAnew(Gap.Cause.UNPLUGGED);
    session.line(true);
    out.accept(new RecordingEvent.LineChanged(hostNanos, true));
  }

  /** Discards what was half received or agreed with the device: a new decoder takes over. */
  private void beginAnew(Gap.Cause cause) {
    Protocol known = protocol;
    if (known != null) {
      decoder = known.decoder().get();
      timebase.interrupted(cause);
    }
  }

  /** Pauses the session while the computer sleeps, so that no window spans the sleep. */
  private void fallAsleep() {
    timebase.finish();
    pausedBySleep = !session.paused();
    if (pausedBySleep) {
      session.pause(hostNanos, true);
    }
  }

  private void wakeUp() {
    beginAnew(Gap.Cause.SLEEP);
    if (pausedBySleep) {
      session.pause(hostNanos, false);
    }
  }

  private void record(Command command) {
    byte[] payload = command.payload();
    out.accept(
        new RecordingEvent.Input(
            CaptureRecord.of(CaptureRecord.InputKind.COMMAND, hostNanos, payload, payload.length)));
  }

  /**
   * Takes one recorded input in the way that {@link #bytes} or {@link #command} took it when it
   * happened.
   */
  public void input(CaptureRecord record) {
    advance(record.hostNanos());
    if (record.kind() == CaptureRecord.InputKind.BYTES) {
      bytes(record.payload(), record.payload().length);
    } else {
      Command.of(record.payload()).ifPresent(this::command);
    }
  }

  private void finishIfOver() {
    if (session.over()) {
      record(Command.TICK); // so that a replay knows how far time had advanced
      end(session.outcome(), "");
    }
  }

  /**
   * Ends the recording now.
   *
   * @param outcome how it ended
   * @param why the reason in words, empty when the outcome says enough
   */
  public void end(RecordingEvent.Outcome outcome, String why) {
    if (ended) {
      return;
    }
    ended = true;
    if (outcome == RecordingEvent.Outcome.SOURCE_ENDED) {
      FrameDecoder known = decoder;
      if (known != null) {
        known.finish(timebase);
        timebase.finish();
      }
      signal.finish();
    }
    signal.silentUntil(hostNanos - timebase.lagNanos());
    signal.flushFaults(hostNanos);
    out.accept(
        new RecordingEvent.Ended(
            session.nowNanos(hostNanos), session.summary(outcome, why, hostNanos)));
  }

  /** Whether the recording has ended. */
  public boolean ended() {
    return ended;
  }

  /** The protocol; empty until it is known. */
  public Optional<Protocol> protocol() {
    return Optional.ofNullable(protocol);
  }

  /**
   * What is wrong with the source, in one sentence for the person.
   *
   * @param source what to call it
   * @return empty while beats arrive or can still be expected
   */
  public Optional<String> problem(String source) {
    FrameDecoder known = decoder;
    if (known != null) {
      return known.hindrance().or(() -> mute(source));
    }
    return hostNanos < PATIENCE_SECONDS * 1e9
        ? Optional.empty()
        : Optional.of(unrecognised(source));
  }

  /** A protocol was named or recognised, but no beat and no sample has arrived in it. */
  private Optional<String> mute(String source) {
    if (signal.sensing() || hostNanos < MUTE_SECONDS * 1e9) {
      return Optional.empty();
    }
    String words = protocol == null ? "" : protocol.words();
    return Optional.of(
        "No beat and no sample has arrived from "
            + source
            + ", which is read as "
            + words
            + ": check that the sensor is worn and that the protocol is the right one.");
  }

  /** Whether it is useless to wait longer: no sensor was recognised, or nothing arrives from it. */
  boolean hopeless() {
    double patience = protocol == null ? PATIENCE_SECONDS : HINDRANCE_PATIENCE_SECONDS;
    if (protocol == null && search.understood()) {
      patience = HINDRANCE_PATIENCE_SECONDS; // lines that may still prove to be a heart's
    }
    return !signal.sensing() && hostNanos > Math.min(patience, watchSeconds) * 1e9;
  }

  /**
   * A sentence that says that no sensor was recognised and what was seen instead.
   *
   * @param source what to call the source
   */
  public String unrecognised(String source) {
    if (bytesSeen == 0) {
      return "Nothing arrives from "
          + source
          + ": check that the sensor has power, runs its sketch and uses this baud rate.";
    }
    return "No pulse sensor is recognised on "
        + source
        + ": it sends "
        + search.seen()
        + "; put a finger on the sensor, check the port, the sketch and the baud rate, or name the"
        + " protocol with --protocol.";
  }

  /** The signal, for its display. */
  SignalChain signal() {
    return signal;
  }

  /** The session, for its display. */
  SessionChain session() {
    return session;
  }

  /** The sample time base, for the display of rate and drift. */
  Timebase timebase() {
    return timebase;
  }
}
