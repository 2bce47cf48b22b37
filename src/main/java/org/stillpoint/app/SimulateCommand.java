package org.stillpoint.app;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stillpoint.live.VirtualHost;
import org.stillpoint.live.VirtualSource;
import org.stillpoint.participant.Family;
import org.stillpoint.participant.PulseForm;
import org.stillpoint.participant.VirtualPerson;
import org.stillpoint.participant.VirtualSensor;
import org.stillpoint.serial.Capture;
import org.stillpoint.serial.CaptureRecord;
import org.stillpoint.serial.PacedSource;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Generates the bytes of a sensor on a virtual person. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = "Simulates a sensor on a virtual person; its bytes go to a file or a port.")
final class SimulateCommand implements Callable<Integer> {

  /** Offers the protocols to help texts and the shell. */
  static final class Protocols implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return VirtualSensor.PROTOCOLS.iterator();
    }
  }

  /** Where the bytes go. */
  static final class SimulationTarget {
    @Option(
        names = "--out",
        paramLabel = "FILE",
        description = "Capture file to write, with host time stamps, as fast as possible.")
    private @Nullable Path out;

    @Option(
        names = "--pty",
        paramLabel = "LINK",
        description = "Pseudo terminal to create; the sensor sends in real time once it is opened.")
    private @Nullable Path pty;
  }

  /** Offers the families to help texts and the shell. */
  static final class Families implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Family.values()).map(Family::word).iterator();
    }
  }

  @Spec private @Nullable CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private SimulationTarget target = new SimulationTarget();

  @Option(
      names = "--participant",
      defaultValue = "responder",
      paramLabel = "FAMILY",
      completionCandidates = Families.class,
      description = "Family of the virtual person: ${COMPLETION-CANDIDATES}.")
  private String family = "responder";

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Which person of the family; the same number is always the same person.")
  private long seed;

  @Option(
      names = "--protocol",
      defaultValue = "stillpoint",
      paramLabel = "P",
      description = "Protocol of the sensor: ${COMPLETION-CANDIDATES}.",
      completionCandidates = Protocols.class)
  private String protocol = "stillpoint";

  @Option(
      names = "--minutes",
      defaultValue = "10",
      paramLabel = "T",
      description = "Length in minutes. Default: ${DEFAULT-VALUE}.")
  private double minutes;

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description =
          "File for the true beats: time in seconds, hidden arousal, 1 for an early beat.")
  private @Nullable Path truth;

  @Option(
      names = "--second-wave",
      paramLabel = "SHARE",
      description =
          "Give each pulse a second wave of this height, as a share of the first, 0 to 1, and cut"
              + " off the top, as the amplifier of a PulseSensor can. Default: the wave of the"
              + " person.")
  private @Nullable Double secondWave;

  @Override
  public Integer call() throws IOException {
    Family person =
        Family.named(family)
            .orElseThrow(
                () ->
                    wrong(
                        "'"
                            + family
                            + "' is not a family of virtual people: choose "
                            + Family.words()));
    if (!VirtualSensor.PROTOCOLS.contains(protocol)) {
      String names = String.join(", ", VirtualSensor.PROTOCOLS);
      throw wrong("no virtual sensor speaks '" + protocol + "': choose one of " + names);
    }
    if (!(minutes > 0 && minutes <= 24 * 60)) {
      throw wrong("--minutes must be above 0 and at most 1440");
    }
    if (secondWave != null && !(secondWave >= 0 && secondWave <= 1)) {
      throw wrong("--second-wave must be 0 to 1");
    }
    try (PrintWriter beats = truthWriter()) {
      VirtualSource source =
          new VirtualSource("virtual person", () -> sensor(person, beat -> write(beats, beat)));
      if (target.pty == null) {
        toFile(source);
      } else {
        toPty(source, target.pty);
      }
    }
    return 0;
  }

  private VirtualSensor sensor(Family person, Consumer<VirtualPerson.TrueBeat> beats) {
    return secondWave == null
        ? new VirtualSensor(person, seed, protocol, beats)
        : new VirtualSensor(person, seed, protocol, PulseForm.strong(secondWave), beats);
  }

  private ParameterException wrong(String message) {
    return Output.wrongUsage(spec, message);
  }

  private PrintWriter truthWriter() throws IOException {
    PrintWriter beats =
        truth == null
            ? new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)
            : new PrintWriter(Files.newBufferedWriter(truth));
    beats.println("# true heartbeats of a virtual person: " + family + ", seed " + seed);
    beats.printf(
        Locale.ROOT,
        "# the pulse rises steepest %.4f s after each%n",
        VirtualPerson.RISE_DELAY_SECONDS);
    beats.println("# seconds\tarousal\tearly");
    return beats;
  }

  private static void write(PrintWriter beats, VirtualPerson.TrueBeat beat) {
    beats.printf(
        Locale.ROOT, "%.4f\t%.3f\t%d%n", beat.seconds(), beat.arousal(), beat.early() ? 1 : 0);
    beats.flush(); // a simulation in real time is usually ended by a signal
  }

  private void toFile(VirtualSource source) throws IOException {
    Path file = java.util.Objects.requireNonNull(target.out);
    byte[] buffer = new byte[4096];
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      Capture.writeHeader(out);
      VirtualHost host = new VirtualHost(protocol, source);
      int count = source.read(buffer);
      while (source.hostNanos() < minutes * 60e9) {
        if (count > 0) {
          Capture.write(
              out,
              CaptureRecord.of(CaptureRecord.InputKind.BYTES, source.hostNanos(), buffer, count));
        }
        host.hears(buffer, count);
        count = source.read(buffer);
      }
    }
  }

  private void toPty(VirtualSource source, Path link) throws IOException {
    PrintWriter err = Output.errors(spec);
    try (Pty pty = Pty.make(link)) {
      err.println("The sensor is at " + link + ": open it with --sensor serial:" + link);
      err.flush();
      pty.awaitReader();
      byte[] buffer = new byte[4096];
      PacedSource paced = new PacedSource(source, 1, Host::nanoTime);
      int count = paced.read(buffer);
      while (paced.hostNanos() < minutes * 60e9 && send(pty, buffer, count)) {
        byte[] said = pty.fromPort();
        if (said.length > 0) {
          paced.write(said);
        }
        count = paced.read(buffer);
      }
    }
  }

  /** Sends bytes; returns false when the reader has closed the port. */
  private static boolean send(Pty pty, byte[] buffer, int count) {
    try {
      pty.toPort().write(buffer, 0, count);
      pty.toPort().flush();
      return true;
    } catch (IOException closed) {
      org.tinylog.Logger.debug("the reader closed the port");
      return false;
    }
  }
}
