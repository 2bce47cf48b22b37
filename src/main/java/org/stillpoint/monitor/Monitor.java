package org.stillpoint.monitor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stillpoint.device.Protocol;
import org.stillpoint.device.ToDevice;
import org.stillpoint.serial.ByteSource;
import org.stillpoint.serial.LineStatus;
import org.tinylog.Logger;

/**
 * Runs a chain on a thread of its own: reads the source, carries out commands between reads, and
 * keeps the newest snapshot. Events go to the sink on that thread, in order.
 *
 * <p>All public methods may be called from any thread.
 */
public final class Monitor implements AutoCloseable {
  private static final int BUFFER_BYTES = 4096;
  private static final long JOIN_MILLIS = 2000;

  private final ByteSource source;
  private final List<Protocol> protocols;
  private final boolean giveUpOnSilence;
  private final Thread thread;
  private final ConcurrentLinkedQueue<Runnable> requests = new ConcurrentLinkedQueue<>();
  private final AtomicReference<@Nullable Snapshot> newest = new AtomicReference<>();
  private volatile boolean snapshotWanted = true;
  private volatile boolean closed;
  private volatile String failure = "";
  private volatile @Nullable Protocol recognised;
  private volatile RecordingEvent.@Nullable Outcome outcome;

  // Owned by the thread.
  private Chain chain;
  private LiveView view = new LiveView(0);
  private Consumer<RecordingEvent> sink;
  private long zeroNanos;
  private LineStatus line = LineStatus.UP;
  private final List<byte[]> unsent = new ArrayList<>();
  private int wantedBaud;

  /**
   * A monitor that is not running yet.
   *
   * @param source what to read; closed with the monitor
   * @param settings what the chain needs to know
   * @param sink receives every event on the monitor's thread
   * @param giveUpOnSilence whether to end if no sensor is recognised in time; the window shows the
   *     reason instead and continues to look
   */
  public Monitor(
      ByteSource source,
      ChainSettings settings,
      Consumer<RecordingEvent> sink,
      boolean giveUpOnSilence) {
    this.source = source;
    this.protocols = settings.protocols();
    this.giveUpOnSilence = giveUpOnSilence;
    this.sink = sink;
    this.zeroNanos = source.hostNanos();
    this.thread = new Thread(this::run, "monitor");
    this.chain = chain(settings);
    this.wantedBaud =
        protocols.size() == 1 ? protocols.get(0).speech().baud() : 0; // else the search asks
  }

  private Chain chain(ChainSettings settings) {
    return new Chain(settings, this::event, sample -> view.sample(sample), new Outbox());
  }

  /** Keeps the bytes that the chain sends until they are written between two reads. */
  private final class Outbox implements ToDevice {
    @Override
    public void send(byte[] bytes) {
      unsent.add(bytes);
    }

    @Override
    public void rate(int baud) {
      wantedBaud = baud;
    }
  }

  /** Starts the thread. */
  public void start() {
    thread.start();
  }

  /** Asks for something. It is carried out before the next bytes are read. */
  public void command(Command command) {
    requests.add(() -> chain.command(command));
  }

  /**
   * Begins a new recording with a session: the chain starts afresh, a source that can restart does
   * so, and recording time 0 is now.
   *
   * @param protocols the protocols that the sensor may speak: usually the one that was recognised
   * @param plan what to conduct and how
   * @param newSink receives the events from now on
   */
  public void beginSession(
      List<Protocol> protocols, SessionPlan plan, Consumer<RecordingEvent> newSink) {
    requests.add(
        () -> {
          source.restart();
          zeroNanos = source.hostNanos();
          outcome = null;
          sink = newSink;
          view = new LiveView(view.sequence());
          chain = chain(ChainSettings.session(protocols, plan));
        });
  }

  /** The newest snapshot, empty before the first. Every call also asks for a newer one. */
  public Optional<Snapshot> latest() {
    snapshotWanted = true;
    return Optional.ofNullable(newest.get());
  }

  /** The protocol; empty until it is recognised. */
  public Optional<Protocol> protocol() {
    return Optional.ofNullable(recognised);
  }

  /** How the recording ended; empty while it runs. */
  public Optional<RecordingEvent.Outcome> outcome() {
    return Optional.ofNullable(outcome);
  }

  /** Why the recording failed, in one sentence; empty while it runs and if it did not fail. */
  public String failure() {
    return failure;
  }

  /** Waits until the thread has ended. */
  public void await() throws InterruptedException {
    thread.join();
  }

  /**
   * Waits at most {@code millis} milliseconds for the thread to end.
   *
   * @return whether it has ended
   */
  public boolean await(long millis) throws InterruptedException {
    thread.join(millis);
    return !thread.isAlive();
  }

  /** Whether the thread runs. */
  public boolean running() {
    return thread.isAlive();
  }

  private void event(RecordingEvent event) {
    if (event instanceof RecordingEvent.Recognised found) {
      recognised = found.protocol();
    } else if (event instanceof RecordingEvent.Ended ended) {
      outcome = ended.summary().outcome();
    }
    view.event(event);
    sink.accept(event);
  }

  private void run() {
    byte[] buffer = new byte[BUFFER_BYTES];
    try {
      while (!closed && !chain.ended()) {
        turn(buffer);
      }
      if (!chain.ended()) {
        chain.command(Command.STOP);
      }
    } catch (IOException gone) {
      failure = String.valueOf(gone.getMessage());
      Logger.warn(gone, "source lost: {}", source.description());
      chain.advance(source.hostNanos() - zeroNanos);
      chain.command(Command.SENSOR_GONE);
    } catch (RuntimeException bug) {
      Logger.error(bug, "the monitor failed");
      failure =
          "Something broke inside Stillpoint and the recording ended; see the log for details.";
      endAfterBug();
    } finally {
      source.close();
      publish(failure);
    }
  }

  private void turn(byte[] buffer) throws IOException {
    int count = source.read(buffer);
    boolean slept = source.line().sleeps() != line.sleeps();
    if (slept) {
      chain.command(Command.SLEEP); // at the time of the last read
    }
    chain.advance(source.hostNanos() - zeroNanos);
    if (slept) {
      chain.command(Command.AWAKE);
    }
    for (Runnable request = requests.poll(); request != null; request = requests.poll()) {
      request.run();
      chain.advance(source.hostNanos() - zeroNanos);
    }
    followLine();
    if (count > 0) {
      chain.bytes(buffer, count);
    } else if (count < 0 && !closed) {
      sourceEnded();
    }
    speak();
    String problem = problem();
    if (!problem.isEmpty() && giveUpOnSilence && chain.hopeless() && !chain.ended()) {
      failure = problem;
      chain.end(RecordingEvent.Outcome.FAILED, failure);
    }
    if (snapshotWanted) {
      snapshotWanted = false;
      publish(problem);
    }
  }

  /** Tells the chain what happened to the connection since the last read. */
  private void followLine() {
    LineStatus before = line;
    line = source.line();
    if (line.breaks() != before.breaks()) {
      chain.command(Command.LINE_LOST);
    }
    boolean wasDown = !before.up() || line.breaks() != before.breaks();
    if (wasDown && line.up()) {
      chain.command(Command.LINE_BACK);
    }
  }

  private void speak() throws IOException {
    if (wantedBaud > 0) {
      source.rate(wantedBaud);
      wantedBaud = 0;
    }
    for (byte[] bytes : unsent) {
      source.write(bytes);
    }
    unsent.clear();
  }

  /** What is wrong now, as a sentence; empty when nothing is. */
  private String problem() {
    if (line.up()) {
      return chain.problem(source.description()).orElse("");
    }
    return line.why()
        + " Stillpoint looks for it again in "
        + Math.round(Math.ceil(line.secondsToNextTry()))
        + " s, and at once when it reappears.";
  }

  private void sourceEnded() {
    if (chain.protocol().isEmpty()) {
      failure = chain.unrecognised(source.description());
      chain.end(RecordingEvent.Outcome.FAILED, failure);
    } else {
      chain.command(Command.SOURCE_ENDED);
    }
  }

  private void endAfterBug() {
    try {
      chain.end(RecordingEvent.Outcome.FAILED, failure);
    } catch (RuntimeException again) {
      Logger.error(again, "the recording could not be ended in order");
    }
  }

  private void publish(String message) {
    long nanos = source.hostNanos() - zeroNanos;
    newest.set(view.snapshot(chain, source.description(), line.up(), message, nanos));
  }

  /** Stops the session, if one runs, closes the source and waits for the thread to end. */
  @Override
  public void close() {
    closed = true;
    source.close();
    try {
      thread.join(JOIN_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
