package org.stillpoint.app;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stillpoint.guide.Volumes;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options on what is heard. Whatever is not given is taken from the settings. */
final class VoiceOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--voice",
      paramLabel = "none|NAME|DIR",
      description =
          "The voice: none, a speech program (command, pico2wave, flite, espeak-ng, say, sapi;"
              + " espeak-ng:en-us for one of its voices), or a folder of recordings. Default: the"
              + " best one available.")
  private @Nullable String voice;

  @Option(names = "--volume-voice", paramLabel = "N", description = "Voice, 0 to 100.")
  private @Nullable Integer voiceVolume;

  @Option(names = "--volume-bell", paramLabel = "N", description = "Bell, 0 to 100.")
  private @Nullable Integer bellVolume;

  @Option(names = "--volume-tones", paramLabel = "N", description = "Breath tones, 0 to 100.")
  private @Nullable Integer tonesVolume;

  @Option(
      names = "--sound",
      paramLabel = "FILE",
      description =
          "Write what is heard to a WAV file; works at any speed and without a sound card.")
  private @Nullable Path sound;

  /** The voice to use: "none", a name, or a folder of recordings; empty for the best available. */
  String voice(Settings settings) {
    return voice == null ? settings.voice() : voice;
  }

  /**
   * The volumes. Asking for a volume also ends a mute.
   *
   * @throws picocli.CommandLine.ParameterException if one is not 0 to 100
   */
  Volumes volumes(Settings settings) {
    Volumes kept = settings.volumes();
    boolean asked = voiceVolume != null || bellVolume != null || tonesVolume != null;
    try {
      return new Volumes(
          voiceVolume == null ? kept.voice() : voiceVolume,
          bellVolume == null ? kept.bell() : bellVolume,
          tonesVolume == null ? kept.tones() : tonesVolume,
          kept.muted() && !asked);
    } catch (IllegalArgumentException e) {
      throw Output.wrongUsage(command, String.valueOf(e.getMessage()));
    }
  }

  /** The WAV file to write; empty if none was asked for. */
  Optional<Path> file() {
    return Optional.ofNullable(sound);
  }
}
