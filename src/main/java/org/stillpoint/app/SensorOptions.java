package org.stillpoint.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.stillpoint.device.Devices;
import org.stillpoint.device.NetworkKey;
import org.stillpoint.device.Protocol;
import org.stillpoint.live.DeviceTimedSource;
import org.stillpoint.live.SensorSpec;
import org.stillpoint.live.Sources;
import org.stillpoint.serial.ByteSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that choose a sensor, its protocol, and the speed of a recorded or virtual one. */
final class SensorOptions {
  private static final double SLOWEST = 0.01;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  @Option(
      names = "--sensor",
      required = true,
      paramLabel = "SPEC",
      converter = SensorSpecConverter.class,
      description =
          "The sensor: serial:PATH[@BAUD], replay:FILE or virtual[:FAMILY[,SEED]]. The families are"
              + " those of simulate --participant.")
  private @Nullable SensorSpec sensor;

  @Option(
      names = "--protocol",
      paramLabel = "NAME",
      description = "Use this protocol instead of recognising it from the data.")
  private @Nullable String protocol;

  @Option(
      names = "--signal",
      defaultValue = "ppg",
      paramLabel = "NAME",
      description = "Column of a waveform file: ppg or ecg. Default: ${DEFAULT-VALUE}.")
  private String signal = "ppg";

  @Option(
      names = "--speed",
      paramLabel = "X|max",
      description = "Speed of a recorded or virtual sensor. Default: 1, real time.")
  private @Nullable String speed;

  @Option(
      names = "--rate",
      paramLabel = "HZ",
      description =
          "Lines per second of recorded PulseSensor text without host time stamps. Default: 49.")
  private double rateHz = DeviceTimedSource.USUAL_PULSE_SENSOR_HZ;

  @Option(
      names = "--patience",
      paramLabel = "SECONDS",
      description =
          "How long to look for a sensor that was unplugged. Default: until the end of a session;"
              + " 60 s with monitor.")
  private @Nullable Double patienceSeconds;

  @Option(
      names = "--ant-key-file",
      paramLabel = "FILE",
      description =
          "File with the ANT+ network key, 16 hexadecimal digits. Needed for a chest strap that an"
              + " ANT stick receives. Default: antKeyFile in settings.properties.")
  private @Nullable Path antKeyFile;

  private double patience(double usual) {
    if (patienceSeconds != null && !(patienceSeconds >= 0)) {
      throw wrong("--patience must be a number of seconds, 0 or more");
    }
    return patienceSeconds == null ? usual : patienceSeconds;
  }

  /** Refuses rates that no sensor has. */
  private void check() {
    if (!(rateHz >= 10 && rateHz <= 1000)) {
      throw wrong("--rate must be 10 to 1000 lines per second");
    }
  }

  /** The sensor that was chosen. */
  SensorSpec spec() {
    if (sensor == null) {
      throw wrong("--sensor is missing");
    }
    return sensor;
  }

  /** The column of a waveform file to read. */
  String column() {
    return signal;
  }

  /** Whether the source is live, so that the disk must not slow it down. */
  boolean live() {
    return spec().type() == SensorSpec.SourceType.SERIAL;
  }

  /** Whether a person, real or virtual, is at the sensor in real time. */
  boolean present() {
    return spec().type() != SensorSpec.SourceType.REPLAY && speed() == 1;
  }

  /** The network key; only a live strap needs it, so it is not read for any other sensor. */
  private NetworkKey antKey() throws IOException {
    return live() ? AntKey.of(antKeyFile, new Settings(Host.dataFolder())) : NetworkKey.NONE;
  }

  /**
   * The protocol that was named, or every protocol that the sensor can speak.
   *
   * @throws IOException with one sentence when the file with the ANT+ key cannot be read
   */
  List<Protocol> protocols() throws IOException {
    if (protocol != null) {
      String name = protocol;
      return List.of(
          Devices.named(name, signal, antKey())
              .orElseThrow(
                  () ->
                      wrong(
                          "'"
                              + name
                              + "' is not a protocol: choose one of "
                              + String.join(", ", names()))));
    }
    return Sources.holdsFormats(spec()) ? Devices.files(signal) : Devices.live(antKey());
  }

  private static List<String> names() {
    return Devices.files("ppg").stream().map(Protocol::name).toList();
  }

  /**
   * Opens the source at the speed that was asked for.
   *
   * @param usualPatienceSeconds how long to look for a port that has disappeared, unless --patience
   *     says otherwise
   * @throws IOException with one sentence when it cannot be opened
   */
  ByteSource open(double usualPatienceSeconds) throws IOException {
    check();
    double factor = speed();
    return new Sources(Host.CLOCKS)
        .open(spec(), protocols(), rateHz, patience(usualPatienceSeconds), factor);
  }

  /** The speed as a multiple of real time; infinite for max. */
  private double speed() {
    if (speed == null) {
      return 1;
    }
    if (live()) {
      throw wrong("--speed is for recorded and virtual sensors; leave it out for a port");
    }
    if (speed.equals("max")) {
      return Double.POSITIVE_INFINITY;
    }
    try {
      double factor = Double.parseDouble(speed);
      if (factor >= SLOWEST && Double.isFinite(factor)) {
        return factor;
      }
    } catch (NumberFormatException e) {
      // refused below
    }
    throw wrong("--speed must be 0.01 or more, or max, not '" + speed + "'");
  }

  private ParameterException wrong(String message) {
    return Output.wrongUsage(command, message);
  }
}
