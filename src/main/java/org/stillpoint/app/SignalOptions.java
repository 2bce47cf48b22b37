package org.stillpoint.app;

import org.jspecify.annotations.Nullable;
import org.stillpoint.signal.SensorKind;
import picocli.CommandLine.Option;

/** Which signal of a waveform file is meant. */
final class SignalOptions {

  /** What a waveform file may hold. */
  enum Signal {
    ECG,
    PPG
  }

  @Option(
      names = "--signal",
      description = "ecg or ppg. Default: the first ECG, or else the first pulse wave.")
  private @Nullable Signal signal;

  @Option(
      names = "--channel",
      paramLabel = "NAME|N",
      description = "Take this signal: its name in the file, or its number, from 0.")
  private String channel = "";

  /** What was asked for; null for whatever there is. */
  @Nullable SensorKind kind() {
    if (signal == null) {
      return null;
    }
    return signal == Signal.ECG ? SensorKind.ECG : SensorKind.PPG;
  }

  /** The signal that was named; empty for the first of its kind. */
  String channel() {
    return channel;
  }
}
