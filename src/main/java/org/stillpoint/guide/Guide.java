package org.stillpoint.guide;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Turns what happens in a session into sound. Every call puts a task into a queue. A thread of the
 * guide's own fetches or renders the speech and hands it on, so that the monitor never waits.
 *
 * <p>Times are nanoseconds since the recording began. All methods belong to one thread, except
 * {@link #volumes}, which any thread may call.
 */
public final class Guide implements AutoCloseable {
  /** Live speech that is later than this is left out: it would only delay the next sentence. */
  private static final long LATE_NANOS = 4_000_000_000L;

  /** A file is rendered to its end, but a person is not kept waiting by a voice that hangs. */
  private static final long CLOSE_FILE_SECONDS = 300;

  private static final long CLOSE_LIVE_SECONDS = 15;

  private final Voice voice;
  private final List<SoundOut> outs;
  private final LongSupplier nanoClock;
  private final boolean live;
  private final Consumer<String> trouble;
  private final ScheduledThreadPoolExecutor queue;

  // Owned by the thread of the queue.
  private final Sound bell = Bell.stroke();
  private SpeechStyle manner = SpeechStyle.AS_WRITTEN;
  private @Nullable Sentence last;
  private long lastEndNanos;
  private @Nullable Sentence cut;
  private boolean troubleTold;
  private @Nullable Future<?> nextTurn;

  /**
   * A guide for one session.
   *
   * @param voice what speaks
   * @param outs where the sound is played or kept; finished with the guide
   * @param live whether it is heard now: then speech that comes too late is left out
   * @param nanoClock the computer's monotonic clock, read only when live
   * @param trouble receives one sentence, once, when something could not be spoken; on any thread
   */
  public Guide(
      Voice voice,
      List<SoundOut> outs,
      boolean live,
      LongSupplier nanoClock,
      Consumer<String> trouble) {
    this.voice = voice;
    this.outs = List.copyOf(outs);
    this.live = live;
    this.nanoClock = nanoClock;
    this.trouble = trouble;
    this.queue = new ScheduledThreadPoolExecutor(1, task -> new Thread(task, "guide"));
    this.queue.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** A stage begins: the bell, as loud as the voice. */
  public void stage(long timeNanos) {
    later(() -> play(timeNanos, bell, manner.gainDecibels()));
  }

  /** A prompt of the script begins; a prompt without words is a silence. */
  public void prompt(long timeNanos, Sentence sentence) {
    if (!sentence.text().isEmpty()) {
      long due = now();
      later(() -> say(timeNanos, sentence, due, true));
    }
  }

  /** Something about the session itself is spoken. */
  public void announce(long timeNanos, Announcement what) {
    long due = now();
    later(() -> say(timeNanos, what.sentence(), due, false));
  }

  /** A paced breath begins: a tone for the in-breath, and another where the breath turns. */
  public void breath(long timeNanos, double inhaleSeconds, double exhaleSeconds) {
    long inhale = Math.round(inhaleSeconds * 1e9);
    BreathPhase in = new BreathPhase(inhaleSeconds, true);
    BreathPhase out = new BreathPhase(exhaleSeconds, false);
    later(
        () -> {
          play(timeNanos, BreathTone.of(in), 0);
          Runnable turn = () -> play(timeNanos + inhale, BreathTone.of(out), 0);
          if (live) {
            nextTurn = queue.schedule(turn, inhale, TimeUnit.NANOSECONDS);
          } else {
            turn.run();
          }
        });
  }

  /** Prompts are spoken like this from now on. */
  public void manner(SpeechStyle wanted) {
    later(() -> manner = wanted);
  }

  /** The session is paused: the current sentence breaks off and is repeated later. */
  public void paused(long timeNanos) {
    long due = now();
    later(
        () -> {
          Future<?> turn = nextTurn;
          if (turn != null) {
            turn.cancel(false);
          }
          cut = timeNanos < lastEndNanos ? last : null;
          outs.forEach(out -> out.cut(timeNanos));
          say(timeNanos, Announcement.PAUSED.sentence(), due, false);
        });
  }

  /** The session continues. */
  public void resumed(long timeNanos) {
    long due = now();
    later(
        () -> {
          say(timeNanos, Announcement.RESUMED.sentence(), due, false);
          Sentence again = cut;
          cut = null;
          if (again != null) {
            say(timeNanos, again, due, true);
          }
        });
  }

  /** The session is over: the bell, then a sentence about how it ended. */
  public void ended(long timeNanos, Announcement how) {
    long due = now();
    later(
        () -> {
          if (how != Announcement.COMPLETED) {
            outs.forEach(out -> out.cut(timeNanos));
          }
          play(timeNanos, bell, 0);
          say(timeNanos, how.sentence(), due, false);
        });
  }

  /** Changes the volumes at once; may be called by any thread. */
  public void volumes(Volumes volumes) {
    outs.forEach(out -> out.volumes(volumes));
  }

  private long now() {
    return live ? nanoClock.getAsLong() : 0;
  }

  private void later(Runnable task) {
    try {
      queue.execute(task);
    } catch (RejectedExecutionException closed) {
      return; // nothing is heard after the end
    }
  }

  private void say(long timeNanos, Sentence sentence, long due, boolean scripted) {
    if (outs.stream().noneMatch(SoundOut::open)) {
      return;
    }
    Sound sound = sound(sentence, scripted ? manner.speed() : 1);
    if (sound == null || now() - due > LATE_NANOS) {
      return;
    }
    play(timeNanos, sound, scripted ? manner.gainDecibels() : 0);
    if (scripted) {
      last = sentence;
      double seconds = sound.seconds() + Mixer.BELL_ALONE_SECONDS;
      lastEndNanos = timeNanos + Math.round(seconds * 1e9);
    }
  }

  private @Nullable Sound sound(Sentence sentence, double speed) {
    try {
      return voice.sound(sentence, speed).orElse(null);
    } catch (IOException e) {
      if (!troubleTold) {
        troubleTold = true;
        trouble.accept(e.getMessage() + " What cannot be spoken is shown on the screen.");
      }
      return null;
    }
  }

  private void play(long timeNanos, Sound sound, double gainDecibels) {
    outs.forEach(out -> out.play(timeNanos, sound, gainDecibels));
  }

  /**
   * Plays everything that was asked for to its end, then closes all outputs. Waits at most 15 s for
   * a live session and 5 minutes for a file.
   */
  @Override
  public void close() {
    queue.shutdown();
    try {
      if (!queue.awaitTermination(
          live ? CLOSE_LIVE_SECONDS : CLOSE_FILE_SECONDS, TimeUnit.SECONDS)) {
        queue.shutdownNow();
      }
    } catch (InterruptedException e) {
      queue.shutdownNow();
      Thread.currentThread().interrupt();
    }
    outs.forEach(SoundOut::finish);
  }
}
