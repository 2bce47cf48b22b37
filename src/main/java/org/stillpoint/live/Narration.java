package org.stillpoint.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.stillpoint.guide.Guide;
import org.stillpoint.guide.Player;
import org.stillpoint.guide.Rehearsal;
import org.stillpoint.guide.Sentences;
import org.stillpoint.guide.SoundFile;
import org.stillpoint.guide.SoundOut;
import org.stillpoint.guide.SpokenLengths;
import org.stillpoint.guide.Voice;
import org.stillpoint.guide.Volumes;
import org.stillpoint.programme.Script;

/**
 * The sound of one session. It is opened before the session and closed after it. Without a sound
 * output and without a file to render into, it does nothing.
 */
public final class Narration implements AutoCloseable {
  /** How long a session waits for its speech to be rendered; the rest is rendered while it runs. */
  private static final long PATIENCE_NANOS = 8_000_000_000L;

  private final @Nullable Guide guide;
  private final Script script;
  private final List<String> remarks;
  private volatile boolean closed;

  /**
   * The sound that the person wants.
   *
   * @param voice "none", the name of a voice, a folder of recordings, or empty for the best voice
   *     that works
   * @param volumes the volumes
   * @param audible whether the sound card plays
   * @param file the file to render into; empty for none
   */
  public record Wish(String voice, Volumes volumes, boolean audible, Optional<Path> file) {

    /** The same volumes, but no sound. */
    public Wish silent() {
      return new Wish(Voices.NONE, volumes, false, Optional.empty());
    }
  }

  private Narration(@Nullable Guide guide, Script script, List<String> remarks) {
    this.guide = guide;
    this.script = script;
    this.remarks = List.copyOf(remarks);
  }

  /** A session without any sound. */
  public static Narration silent(Script script) {
    return new Narration(null, script, List.of());
  }

  /**
   * Opens the sound outputs, finds the voice and renders speech: for a file all of it, for a live
   * session as much as it can in 8 s.
   *
   * @param nanoTime the monotonic clock of this computer
   * @param progress receives the progress of the rendering in words; empty when it is done
   * @param trouble receives a sentence when something goes wrong later, on any thread
   * @throws IOException with one sentence if the voice or the file cannot be used
   */
  public static Narration open(
      Wish wish,
      Voices voices,
      Script script,
      LongSupplier nanoTime,
      Consumer<String> progress,
      Consumer<String> trouble)
      throws IOException {
    List<SoundOut> outs = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    if (wish.audible) {
      try {
        outs.add(Player.open(wish.volumes, nanoTime, trouble));
      } catch (IOException noCard) {
        remarks.add(String.valueOf(noCard.getMessage()));
      }
    }
    if (outs.isEmpty() && wish.file.isEmpty()) {
      return new Narration(null, script, remarks);
    }
    try {
      boolean live = wish.file.isEmpty();
      List<String> failures = new ArrayList<>();
      Voice voice = voices.choose(wish.voice, failures::add);
      if (wish.file
          .isPresent()) { // not earlier: a voice that cannot be found must not leave a file behind
        outs.add(new SoundFile(wish.file.get(), wish.volumes, trouble));
      }
      if (!voice.speaks() && !wish.voice.equals(Voices.NONE)) {
        remarks.addAll(failures);
        remarks.add(
            "No voice is available, so the guidance is shown as text: " + Voices.HOW_TO_GET_ONE);
      }
      Rehearsal rehearsal = new Rehearsal(voice, Sentences.of(script));
      rehearse(rehearsal, live, nanoTime, progress);
      Script fitted =
          rehearsal.complete() ? SpokenLengths.fit(script, rehearsal.lengths()) : script;
      Guide guide = new Guide(voice, outs, live, nanoTime, trouble);
      Narration narration = new Narration(guide, fitted, remarks);
      narration.rehearseOn(rehearsal);
      return narration;
    } catch (IOException e) {
      outs.forEach(SoundOut::finish);
      throw e;
    }
  }

  private static void rehearse(
      Rehearsal rehearsal, boolean live, LongSupplier nanoTime, Consumer<String> progress) {
    long began = nanoTime.getAsLong();
    boolean more = true;
    while (more && !(live && nanoTime.getAsLong() - began > PATIENCE_NANOS)) {
      more = rehearsal.step();
      progress.accept("Rendering " + rehearsal.done() + " of " + rehearsal.total());
    }
    progress.accept("");
  }

  /** Renders the remaining sentences on a thread of its own while the person settles. */
  private void rehearseOn(Rehearsal rehearsal) {
    if (rehearsal.done() == rehearsal.total()) {
      return;
    }
    Thread thread =
        new Thread(
            () -> {
              boolean more = true;
              while (more && !closed) {
                more = rehearsal.step();
              }
            },
            "rehearsal");
    thread.setDaemon(true);
    thread.start();
  }

  /** Sentences that the person should read, such as a missing sound output; usually none. */
  public List<String> remarks() {
    return remarks;
  }

  /** The script, with the times that this voice needs. */
  public Script script() {
    return script;
  }

  /** The guide that plays the session; null if nothing is heard. */
  @Nullable Guide guide() {
    return guide;
  }

  /** Changes the volumes at once; may be called by any thread. */
  public void volumes(Volumes volumes) {
    if (guide != null) {
      guide.volumes(volumes);
    }
  }

  /** Plays the last words and closes the outputs, once; may be called by any thread. */
  public synchronized void finish() {
    boolean first = !closed;
    closed = true;
    if (guide != null && first) {
      guide.close();
    }
  }

  @Override
  public void close() {
    finish();
  }
}
