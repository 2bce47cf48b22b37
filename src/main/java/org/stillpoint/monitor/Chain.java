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
 * the same events, at any speed. No thread, no clock. Whatever is due at a certain time happens
 * with exactly what had arrived until then, so it does not matter how often {@link #advance} is
 * called.
 *
 * <p>Belongs to one thread. Host times count from the beginning of the recording.
 */
public final class Chain {
  /** A sensor that says nothing for this long is silent; an Arduino boots in two. */
  public static final double PATIENCE_SECONDS = 6;

  /**
   * A board boots in two seconds; a strap is found in ten, and its dongle says more after fifteen.
   */
  private static final double MUTE_SECONDS = 20;

  /** A strap has to be put on and found. */
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
   * @param out takes the events, in order, during the calls
   * @param samples takes every sample of the wave; for the screen
   * @param line takes what is said to the device; what it answers comes as bytes
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

  /** Time passes; everything due happens. */
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

  /** Bytes arrived. Call {@link #advance} with the same time before. */
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
      session.begin(hostNanos); // with the bytes that brought it: a replay has no other moments
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
      session.begin(hostNanos); // the others have yet to find their strap
    }
    return fresh;
  }

  private void decode(FrameDecoder known, long arrivedNanos, byte[] bytes, int count) {
    timebase.arrived(arrivedNanos);
    known.accept(bytes, count, timebase);
  }

  /** The person or the program asks for something. Call {@link #advance} before. */
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
          end(RecordingEvent.Outcome.SENSOR_GONE, "the sensor went away before the end");
      case SOURCE_ENDED ->
          end(
              RecordingEvent.Outcome.SOURCE_ENDED,
              !session.conducts() ? "" : "the recorded signal ended before the session");
      case LINE_LOST -> lineLost();
      case LINE_BACK -> lineBack();
      case SLEEP -> fallAsleep();
      case AWAKE -> wakeUp();
      case GO_ON, CHANGE_POSITION, END_GENTLY, PACER_ON, PACER_OFF, PACER_TOO_SLOW ->
          session.choose(hostNanos, Choice.valueOf(command.name()));
      case TICK -> {} // advancing was all
    }
  }

  private void lineLost() {
    timebase.finish(); // the decoder's torn last line would be a guess
    session.line(false);
    out.accept(new RecordingEvent.LineChanged(hostNanos, false));
  }

  private void lineBack() {
    beginAnew(Gap.Cause.UNPLUGGED);
    session.line(true);
    out.accept(new RecordingEvent.LineChanged(hostNanos, true));
  }

  /** Whatever was half received or agreed upon is void: a fresh decoder takes over. */
  private void beginAnew(Gap.Cause cause) {
    Protocol known = protocol;
    if (known != null) {
      decoder = known.decoder().get();
      timebase.interrupted(cause);
    }
  }

  /** A session stands still while the computer sleeps, and no minute reaches across. */
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

  /** Takes one recorded input, as {@link #bytes} and {@link #command} took it when it happened. */
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
      record(Command.TICK); // so that a replay knows how far time went
      end(session.outcome(), "");
    }
  }

  /**
   * Ends the recording now.
   *
   * @param why a sentence, empty when the outcome says enough
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

  /** Whether the end was told. */
  public boolean ended() {
    return ended;
  }

  /** The protocol, once known. */
  public Optional<Protocol> protocol() {
    return Optional.ofNullable(protocol);
  }

  /**
   * What is wrong with the source, in one sentence for the person.
   *
   * @param source what to call it
   * @return empty while beats come or may still come
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

  /** A protocol was named or recognised, and nothing of it has come for long. */
  private Optional<String> mute(String source) {
    if (signal.sensing() || hostNanos < MUTE_SECONDS * 1e9) {
      return Optional.empty();
    }
    String words = protocol == null ? "" : protocol.words();
    return Optional.of(
        "No beat and no sample has come from "
            + source
            + " as "
            + words
            + ": see that the sensor is worn and that the protocol is the right one.");
  }

  /** Whether waiting longer is in vain: no sensor was recognised, or nothing comes from it. */
  boolean hopeless() {
    double patience = protocol == null ? PATIENCE_SECONDS : HINDRANCE_PATIENCE_SECONDS;
    if (protocol == null && search.understood()) {
      patience = HINDRANCE_PATIENCE_SECONDS; // lines that may still prove to be a heart's
    }
    return !signal.sensing() && hostNanos > Math.min(patience, watchSeconds) * 1e9;
  }

  /** Says that no sensor was recognised and what was seen instead. */
  public String unrecognised(String source) {
    if (bytesSeen == 0) {
      return "Nothing arrives from "
          + source
          + ": check that the sensor has power, runs its sketch and speaks at this baud rate.";
    }
    return "No pulse sensor is recognised on "
        + source
        + ": it sends "
        + search.seen()
        + "; put the finger on the sensor, check the port, the sketch and the baud rate, or name the"
        + " protocol with --protocol.";
  }

  /** The stages of the signal, for whoever draws them. */
  SignalChain signal() {
    return signal;
  }

  /** The session, for whoever shows it. */
  SessionChain session() {
    return session;
  }

  /** The sample time base, for whoever shows rate and drift. */
  Timebase timebase() {
    return timebase;
  }
}
