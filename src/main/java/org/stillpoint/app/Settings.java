package org.stillpoint.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.stillpoint.guide.Speech;
import org.stillpoint.guide.Volumes;
import org.stillpoint.live.VoiceSettings;
import org.stillpoint.programme.Pacer;
import org.stillpoint.programme.Posture;
import org.stillpoint.programme.ProgrammeReader;
import org.stillpoint.session.Pacing;
import org.stillpoint.session.SessionOptions;
import org.stillpoint.session.WhenDrowsy;
import org.stillpoint.signal.EnumWords;
import org.stillpoint.ui.WindowMemory;
import org.tinylog.Logger;

/**
 * What the program remembers, in the file settings.properties of the data folder. Must not be used
 * by two threads at once.
 */
final class Settings {
  private static final String DARK = "dark";
  private static final String ANT_KEY_FILE = "antKeyFile";
  private static final String LANGUAGE = "language";
  private static final String SAFETY = "safety";
  private static final String ELECTRODES = "electrodes";
  private static final String SHOWN = "shown";
  private static final String ACKNOWLEDGED = "acknowledged";
  private static final String FUNCTION_WORDS = "functionWords";
  private static final String SENSOR = "sensor";
  private static final String PROGRAMME = "programme";
  private static final String MINUTES = "minutes";
  private static final String VOICE = "voice";
  private static final String VOICE_COMMAND = "voiceCommand";
  private static final String VOICE_RATE = "voiceRate";
  private static final String VOLUME_VOICE = "volumeVoice";
  private static final String VOLUME_BELL = "volumeBell";
  private static final String VOLUME_TONES = "volumeTones";
  private static final String MUTED = "muted";
  private static final String POSTURE = "posture";
  private static final String PACING = "pacing";
  private static final String WHEN_DROWSY = "whenDrowsy";
  private static final String PACER = "pacer";
  private static final String PACER_RATE = "pacerRate";
  private static final String INHALE_SHARE = "inhaleShare";

  private final PropertyFile values;

  /** Reads the settings of a folder. If the file is missing or damaged, the defaults hold. */
  Settings(Path folder) {
    this.values = new PropertyFile(folder, "settings.properties");
  }

  private void set(Map<String, String> changed) {
    try {
      values.set(changed);
    } catch (IOException e) {
      Logger.warn(e, "settings not written");
    }
  }

  /**
   * The file that holds the ANT+ network key, relative to the data folder unless it is absolute;
   * empty if none is named.
   */
  Optional<Path> antKeyFile() {
    String name = values.get(ANT_KEY_FILE);
    return name.isEmpty() ? Optional.empty() : Optional.of(values.sibling(name));
  }

  /** The folder of the shipped programmes, such as "en" or "de"; English if none is named. */
  String language() {
    return or(values.get(LANGUAGE), ProgrammeReader.ENGLISH);
  }

  private static String or(String value, String otherwise) {
    return value.isEmpty() ? otherwise : value;
  }

  /** Whether the person has said that they have read the safety text. */
  boolean safetyAcknowledged() {
    return values.get(SAFETY).equals(ACKNOWLEDGED);
  }

  /** Remembers that the person has read the safety text. */
  void acknowledgeSafety() {
    set(Map.of(SAFETY, ACKNOWLEDGED));
  }

  /** Whether the person has said that they know how to use electrodes. */
  boolean electrodesAcknowledged() {
    return values.get(ELECTRODES).equals(ACKNOWLEDGED);
  }

  /** Remembers that the person knows how to use electrodes. */
  void acknowledgeElectrodes() {
    set(Map.of(ELECTRODES, ACKNOWLEDGED));
  }

  /** Whether the safety text was acknowledged, or at least printed where no one could answer. */
  boolean safetyShown() {
    return safetyAcknowledged() || values.get(SAFETY).equals(SHOWN);
  }

  /** Remembers that the safety text was printed. */
  void showedSafety() {
    set(Map.of(SAFETY, SHOWN));
  }

  /** What was used last in the window. */
  WindowMemory windowMemory() {
    return new WindowMemory(values.get(SENSOR), values.get(PROGRAMME), whole(MINUTES, 0));
  }

  /** Remembers it. */
  void windowMemory(WindowMemory memory) {
    set(
        Map.of(
            SENSOR, memory.sensorSpec(),
            PROGRAMME, memory.programmeId(),
            MINUTES, String.valueOf(memory.minutes())));
  }

  /** Whether the window has the dark look. */
  boolean dark() {
    return Boolean.parseBoolean(values.get(DARK));
  }

  void dark(boolean on) {
    set(Map.of(DARK, String.valueOf(on)));
  }

  /** What the person rates as function every week, in their own words; empty if not named. */
  String functionWords() {
    return values.get(FUNCTION_WORDS);
  }

  /** Remembers those words. */
  void functionWords(String words) {
    set(Map.of(FUNCTION_WORDS, words));
  }

  /** The voice to use: "none", a name, or a folder of recordings; empty for the best available. */
  String voice() {
    return values.get(VOICE);
  }

  /** The command line of the person's own speech program, with its placeholders; empty for none. */
  String voiceCommand() {
    return values.get(VOICE_COMMAND);
  }

  /** Speaking rate in words per minute; the default if it is missing or out of range. */
  double voiceRate() {
    int rate = whole(VOICE_RATE, (int) Speech.USUAL_RATE);
    return rate >= Speech.LEAST_RATE && rate <= Speech.MOST_RATE ? rate : Speech.USUAL_RATE;
  }

  /**
   * How a voice is found, and how it speaks.
   *
   * @param folder for the cache of rendered speech
   */
  VoiceSettings speech(Path folder) {
    return new VoiceSettings(voiceCommand(), voiceRate(), folder);
  }

  /** How a session is conducted; the default for every value that is missing or out of range. */
  SessionOptions conduct() {
    SessionOptions usual = SessionOptions.USUAL;
    OptionalDouble target = number(PACER_RATE);
    return new SessionOptions(
        choice(POSTURE, Posture.class, usual.posture()),
        choice(PACING, Pacing.class, usual.pacing()),
        choice(WHEN_DROWSY, WhenDrowsy.class, usual.whenDrowsy()),
        Boolean.parseBoolean(values.get(PACER)),
        target.stream().anyMatch(t -> t >= Pacer.SLOWEST && t <= Pacer.FASTEST)
            ? target
            : OptionalDouble.empty(),
        number(INHALE_SHARE).orElse(usual.inhaleShare()));
  }

  /** Remembers how to conduct sessions. Without a target for the pacer, an older one is removed. */
  void conduct(SessionOptions options) {
    OptionalDouble target = options.targetPerMinute();
    set(
        Map.of(
            POSTURE, EnumWords.word(options.posture()),
            PACING, EnumWords.word(options.pacing()),
            WHEN_DROWSY, EnumWords.word(options.whenDrowsy()),
            PACER, String.valueOf(options.pacer()),
            PACER_RATE, target.isPresent() ? String.valueOf(target.getAsDouble()) : "",
            INHALE_SHARE, String.valueOf(options.inhaleShare())));
  }

  private <T extends Enum<T>> T choice(String key, Class<T> type, T usual) {
    String name = values.get(key).toUpperCase(Locale.ROOT);
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElse(usual);
  }

  private OptionalDouble number(String key) {
    try {
      return OptionalDouble.of(Double.parseDouble(values.get(key)));
    } catch (NumberFormatException missingOrNotANumber) {
      return OptionalDouble.empty();
    }
  }

  /** How loud each kind of sound is; full for every value that is missing or out of range. */
  Volumes volumes() {
    return new Volumes(
        volume(VOLUME_VOICE),
        volume(VOLUME_BELL),
        volume(VOLUME_TONES),
        Boolean.parseBoolean(values.get(MUTED)));
  }

  /** Remembers the volumes. */
  void volumes(Volumes volumes) {
    set(
        Map.of(
            VOLUME_VOICE, String.valueOf(volumes.voice()),
            VOLUME_BELL, String.valueOf(volumes.bell()),
            VOLUME_TONES, String.valueOf(volumes.tones()),
            MUTED, String.valueOf(volumes.muted())));
  }

  private int volume(String key) {
    int volume = whole(key, Volumes.FULL);
    return volume >= 0 && volume <= Volumes.FULL ? volume : Volumes.FULL;
  }

  private int whole(String key, int usual) {
    try {
      return Integer.parseInt(values.get(key));
    } catch (NumberFormatException missingOrNotANumber) {
      return usual;
    }
  }
}
