package org.stillpoint.guide;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.SourceDataLine;

/**
 * Plays on the sound card, on a thread of its own that writes 20 ms at a time. If the card is lost,
 * this is reported once and the session continues in silence. Only that thread ever waits for the
 * card.
 */
public final class Player implements SoundOut {
  private static final AudioFormat FORMAT = new AudioFormat(Sound.RATE_HZ, 16, 2, true, false);
  private static final int PIECE = Sound.RATE_HZ / 50;
  private static final int FRAME_BYTES = 4;
  private static final int LINE_BYTES = PIECE * FRAME_BYTES * 6;
  private static final long STUCK_NANOS = 3_000_000_000L;

  /** Long enough for the last sentence and the bell after it. */
  private static final long JOIN_MILLIS = 15_000;

  private final SourceDataLine line;
  private final LongSupplier nanoClock;
  private final Consumer<String> trouble;
  private final ConcurrentLinkedQueue<Consumer<Mixer>> requests = new ConcurrentLinkedQueue<>();
  private final Mixer mixer;
  private final Thread thread = new Thread(this::run, "sound");
  private volatile boolean finishing;
  private volatile boolean gone;
  private final AtomicLong written = new AtomicLong();
  // Owned by the thread that plays and cuts sounds.
  private long seenWritten = -1;
  private long seenNanos;

  private Player(
      SourceDataLine line, Volumes volumes, LongSupplier nanoClock, Consumer<String> trouble) {
    this.line = line;
    this.mixer = new Mixer(volumes);
    this.nanoClock = nanoClock;
    this.trouble = trouble;
    thread.setDaemon(true); // a card that hangs must not keep the program alive
    thread.start();
  }

  /**
   * Opens the usual sound output.
   *
   * @param nanoClock the computer's monotonic clock
   * @param trouble receives one sentence, once, when the card is lost; on any thread
   * @throws IOException with one sentence when there is no sound output or it is in use
   */
  public static Player open(Volumes volumes, LongSupplier nanoClock, Consumer<String> trouble)
      throws IOException {
    return open(() -> AudioSystem.getSourceDataLine(FORMAT), volumes, nanoClock, trouble);
  }

  static Player open(
      Callable<SourceDataLine> lines,
      Volumes volumes,
      LongSupplier nanoClock,
      Consumer<String> trouble)
      throws IOException {
    SourceDataLine line;
    try {
      line = lines.call();
      line.open(FORMAT, LINE_BYTES);
      line.start();
    } catch (Exception | LinkageError e) { // a missing card is an IllegalArgumentException
      throw new IOException(
          "No sound output can be used: the guidance is shown as text on the screen.", e);
    }
    return new Player(line, volumes, nanoClock, trouble);
  }

  @Override
  public void play(long timeNanos, Sound sound, double gainDecibels) {
    request(mixer -> mixer.play(sound, gainDecibels));
  }

  @Override
  public void cut(long timeNanos) {
    request(Mixer::cut);
  }

  @Override
  public void volumes(Volumes volumes) {
    mixer.volumes(volumes);
  }

  /** A card that hangs blocks the sound thread for ever, so only another thread can notice it. */
  private void request(Consumer<Mixer> request) {
    long now = nanoClock.getAsLong();
    if (written.get() != seenWritten) {
      seenWritten = written.get();
      seenNanos = now;
    } else if (now - seenNanos > STUCK_NANOS) {
      lost();
    }
    if (!gone) {
      requests.add(request);
    }
  }

  @Override
  public boolean open() {
    return !gone && !finishing;
  }

  private void run() {
    float[] samples = new float[PIECE];
    byte[] bytes = new byte[PIECE * FRAME_BYTES];
    try {
      while (!gone && !(finishing && requests.isEmpty() && mixer.idle())) {
        for (Consumer<Mixer> request = requests.poll();
            request != null;
            request = requests.poll()) {
          request.accept(mixer);
        }
        mixer.render(samples, PIECE);
        stereo(samples, bytes);
        if (line.write(bytes, 0, bytes.length) < bytes.length) {
          lost();
        }
        written.addAndGet(PIECE);
      }
      if (!gone) {
        line.drain();
      }
    } catch (RuntimeException driver) { // drivers fail in many ways
      lost();
    } finally {
      line.close();
    }
  }

  private static void stereo(float[] samples, byte[] bytes) {
    int at = 0;
    for (float sample : samples) {
      short value = WavWriter.sixteenBits(sample);
      for (int channel = 0; channel < 2; channel++) {
        bytes[at++] = (byte) value;
        bytes[at++] = (byte) (value >> 8);
      }
    }
  }

  private synchronized void lost() {
    if (!gone) {
      gone = true;
      requests.clear();
      trouble.accept(
          "The sound output was lost: the session continues in silence, with text on the screen.");
    }
  }

  /** Plays the current sounds to their end, then closes; does not wait for a card that hangs. */
  @Override
  public void finish() {
    finishing = true;
    try {
      if (!gone) {
        thread.join(JOIN_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    gone = true;
  }

  /** Whether the sound thread ends within this time. */
  boolean ends(long millis) throws InterruptedException {
    thread.join(millis);
    return !thread.isAlive();
  }
}
