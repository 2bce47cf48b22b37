package org.stillpoint.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.stillpoint.programme.SpeakingPace;

/** A folder of recordings. Each is a WAV file with the id of its sentence as its name. */
public final class VoicePack {
  private static final int LEAST_HZ = 16_000;
  private static final double FULL_SCALE = 0.999;
  private static final double SHORT_SHARE = 0.35;
  private static final double QUIET_DB = -40;
  private static final String WAV = ".wav";

  private final Path folder;
  private final Map<String, Path> files;

  private VoicePack(Path folder, Map<String, Path> files) {
    this.folder = folder;
    this.files = files;
  }

  /** The result of the check of a recording. */
  public enum RecordingCheck {
    /** It is as it should be. */
    GOOD,
    /** There is none. */
    MISSING,
    /** Something about it is odd; perhaps it cannot be played. */
    STRANGE,
    /** No sentence has this name. */
    UNKNOWN
  }

  /**
   * What was found for one sentence or file.
   *
   * @param id id of the sentence, or name of the file without its ending
   * @param state the result
   * @param words what is odd and what to do about it; empty for a good recording
   * @param seconds length of the speech, 0 if there is none
   * @param plannedSeconds time that the script has for it, 0 if it is not in the script
   */
  public record Found(
      String id, RecordingCheck state, String words, double seconds, double plannedSeconds) {}

  /**
   * Opens a folder.
   *
   * @throws IOException with one sentence if it is not a folder or holds no WAV file
   */
  public static VoicePack open(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(
          "There is no folder " + folder + ": name the folder that holds the recordings.");
    }
    Map<String, Path> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : (Iterable<Path>) all::iterator) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(WAV) && Files.isRegularFile(file)) {
          files.put(name.substring(0, name.length() - WAV.length()), file);
        }
      }
    }
    if (files.isEmpty()) {
      throw new IOException(
          "No recording is in "
              + folder
              + ": 'stillpoint voicepack sheet' lists the names of the WAV files.");
    }
    return new VoicePack(folder, files);
  }

  /** The folder itself. */
  public Path folder() {
    return folder;
  }

  /** Whether a sentence was recorded. */
  public boolean has(String id) {
    return files.containsKey(id);
  }

  /**
   * The recording of a sentence; empty if there is none.
   *
   * @throws IOException with one sentence if it cannot be played
   */
  public Optional<Pcm> recording(String id) throws IOException {
    Path file = files.get(id);
    return file == null ? Optional.empty() : Optional.of(WavFile.read(file));
  }

  /**
   * Compares the folder with the sentences that can be spoken.
   *
   * @param wanted the sentences of a programme, or of one length of it
   * @param known further sentences by id: a recording of one of them is not reported
   */
  public List<Found> check(List<Sentence> wanted, Map<String, Sentence> known) {
    List<Found> found = new ArrayList<>();
    for (Sentence sentence : wanted) {
      found.add(look(sentence));
    }
    for (Map.Entry<String, Path> file : files.entrySet()) {
      boolean expected =
          known.containsKey(file.getKey())
              || wanted.stream().anyMatch(sentence -> sentence.id().equals(file.getKey()));
      if (!expected) {
        String words = "no sentence of the programme has this name; rename the file";
        found.add(new Found(file.getKey(), RecordingCheck.UNKNOWN, words, 0, 0));
      }
    }
    return found;
  }

  private Found look(Sentence sentence) {
    double planned = SpeakingPace.seconds(sentence.text());
    if (!has(sentence.id())) {
      return new Found(sentence.id(), RecordingCheck.MISSING, "not recorded", 0, planned);
    }
    try {
      Pcm pcm = recording(sentence.id()).orElseThrow();
      double seconds = SpokenSound.seconds(pcm);
      String odd = odd(pcm, seconds, planned);
      RecordingCheck state = odd.isEmpty() ? RecordingCheck.GOOD : RecordingCheck.STRANGE;
      return new Found(sentence.id(), state, odd, seconds, planned);
    } catch (IOException e) {
      return new Found(
          sentence.id(), RecordingCheck.STRANGE, String.valueOf(e.getMessage()), 0, planned);
    }
  }

  private static String odd(Pcm pcm, double seconds, double planned) {
    List<String> odd = new ArrayList<>();
    if (seconds == 0 || Decibels.of(pcm.peak()) < QUIET_DB) {
      return "nothing can be heard in it; record it again";
    }
    if (pcm.rateHz() < LEAST_HZ) {
      odd.add(
          "only "
              + pcm.rateHz()
              + " samples a second, which sounds dull; save it with 16000 or more");
    }
    if (pcm.bits() < 16) {
      odd.add("only " + pcm.bits() + " bits, which hisses; save it with 16 or more");
    }
    if (pcm.peak() >= FULL_SCALE) {
      odd.add("it reaches full scale and may be distorted; record it at a lower level");
    }
    if (seconds > planned) {
      odd.add(
          String.format(
              Locale.ROOT,
              "%.1f s long where the script has %.1f s; the silence after it is shortened",
              seconds,
              planned));
    } else if (seconds < SHORT_SHARE * planned) {
      odd.add(
          String.format(
              Locale.ROOT,
              "only %.1f s long where the script has %.1f s; is it complete, and slow enough?",
              seconds,
              planned));
    }
    return String.join("; ", odd);
  }
}
