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
 * The sound of one session: opened before it, told what happens in it, closed after it. Without a
 * sound output and a file to render into it does nothing at all.
 */
public final class Narration implements AutoCloseable {
  /** How long a session waits for its speech to be rendered; the rest follows while it runs. */
  private static final long PATIENCE_NANOS = 8_000_000_000L;

  private final @Nullable Guide guide;
  private final Script script;
  private final List<String> remarks;
  private volatile boolean closed;

  /**
   * What is wanted.
   *
   * @param voice "none", a name, a folder of recordings, or empty for the best there is
   * @param volumes how loud
   * @param audible whether the sound card plays
   * @param file what to render into
   */
  public record Wish(String voice, Volumes volumes, boolean audible, Optional<Path> file) {

    /** The same without any sound. */
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
   * Opens sound outputs, finds the voice and has it rehearse: the first prompts at least, all of
   * them for a file.
   *
   * @param nanoTime the monotonic clock of this computer
   * @param progress told how far rendering is, in words; empty when it is done
   * @param told takes a sentence when something goes wrong later, on any thread
   * @throws IOException with one sentence when the wish cannot be granted
   */
  public static Narration open(
      Wish wish,
      Voices voices,
      Script script,
      LongSupplier nanoTime,
      Consumer<String> progress,
      Consumer<String> told)
      throws IOException {
    List<SoundOut> outs = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    if (wish.audible) {
      try {
        outs.add(Player.open(wish.volumes, nanoTime, told));
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
      if (wish.file.isPresent()) { // not before: a voice that is not there leaves no file behind
        outs.add(new SoundFile(wish.file.get(), wish.volumes, told));
      }
      if (!voice.speaks() && !wish.voice.equals(Voices.NONE)) {
        remarks.addAll(failures);
        remarks.add("No voice speaks, the guidance is text: " + Voices.HOW_TO_GET_ONE);
      }
      Rehearsal rehearsal = new Rehearsal(voice, Sentences.of(script));
      rehearse(rehearsal, live, nanoTime, progress);
      Script fitted =
          rehearsal.complete() ? SpokenLengths.fit(script, rehearsal.lengths()) : script;
      Guide guide = new Guide(voice, outs, live, nanoTime, told);
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

  /** What is left is rendered while the person settles. */
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

  /** What the person should know of it, in sentences; mostly nothing. */
  public List<String> remarks() {
    return remarks;
  }

  /** The script with the times that this voice needs. */
  public Script script() {
    return script;
  }

  /** Takes what happens; null when nothing is heard. */
  @Nullable Guide guide() {
    return guide;
  }

  /** Changes the volumes at once; may be called by any thread. */
  public void volumes(Volumes volumes) {
    if (guide != null) {
      guide.volumes(volumes);
    }
  }

  /** Says the last words, once; may be called by any thread. */
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
