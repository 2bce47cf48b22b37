package org.stillpoint.ui;

import java.awt.EventQueue;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stillpoint.device.Devices;
import org.stillpoint.guide.Volumes;
import org.stillpoint.monitor.ChainSettings;
import org.stillpoint.monitor.Monitor;
import org.stillpoint.monitor.SessionPlan;
import org.stillpoint.programme.Programme;
import org.stillpoint.programme.ProgrammeException;
import org.stillpoint.programme.ProgrammeReader;
import org.stillpoint.relax.BaselineHistory;
import org.stillpoint.serial.ByteSource;
import org.stillpoint.serial.PacedSource;
import org.stillpoint.serial.PortInfo;
import org.stillpoint.session.SessionOptions;

/** A backend with virtual people at a chosen speed. Ports with other names cannot be opened. */
final class FakeWindowBackend implements WindowBackend {
  SessionOptions conduct = SessionOptions.USUAL;
  final LivedClock lived;
  private final double speed;
  volatile @Nullable HeartSource heart;
  private volatile WornSensor source = new WornSensor(false);
  private volatile BreakingLine line = new BreakingLine(source);
  private boolean dark;
  private @Nullable SessionNews begun;
  RatingAnswers before = RatingAnswers.NONE;
  RatingAnswers after = RatingAnswers.NONE;
  Volumes volumes = Volumes.MEANT;
  volatile @Nullable SessionWish wished;
  volatile boolean acknowledged = true;
  volatile boolean electrodes;
  volatile boolean ecg;
  volatile WindowMemory memory = WindowMemory.NONE;
  List<String> troubles = List.of();
  int reports;
  int opened;
  List<PortInfo> ports =
      List.of(
          new PortInfo("/dev/ttyUSB0", "USB Serial", "1a86:7523", "CH340 serial chip", ""),
          new PortInfo("/dev/ttyS0", "Physical Port S0", "", "", ""));

  FakeWindowBackend(double speed, boolean dark) {
    this.speed = speed;
    this.lived = new LivedClock(speed);
    this.dark = dark;
  }

  void fingerAway(boolean away) {
    source.fingerAway(away);
  }

  void lineBroken(boolean broken) {
    line.broken(broken);
  }

  void unplug() {
    source.unplug();
  }

  /** Receives the news of the session that began last. */
  SessionNews news() {
    if (begun == null) {
      throw new AssertionError("no session was begun");
    }
    return begun;
  }

  @Override
  public List<PortInfo> ports() {
    return ports;
  }

  @Override
  public List<ProgrammeChoice> programmes() {
    return List.of(
        new ProgrammeChoice(
            "back-pain",
            "Yoga Nidra for a sore back",
            List.of(10, 20, 35),
            List.of(
                new ProgrammeChoice.OptionalStage(
                    "feelings", "A small worry, and ease", false, Set.of(35)))));
  }

  @Override
  public List<String> programmeTroubles() {
    return troubles;
  }

  @Override
  public boolean safetyAcknowledged() {
    return acknowledged;
  }

  @Override
  public void acknowledgeSafety() {
    acknowledged = true;
  }

  @Override
  public WindowMemory memory() {
    return memory;
  }

  @Override
  public void remember(WindowMemory used) {
    memory = used;
  }

  @Override
  public boolean electrodesAcknowledged() {
    return electrodes;
  }

  @Override
  public void acknowledgeElectrodes() {
    electrodes = true;
  }

  @Override
  public void connect(String spec, Consumer<Monitor> connected, Consumer<String> failed) {
    EventQueue.invokeLater(
        () -> {
          if (!spec.startsWith("virtual:") && !ecg) {
            failed.accept("There is no serial port of that name: plug the sensor in.");
            return;
          }
          source = new WornSensor(ecg);
          line = new BreakingLine(worn());
          Monitor monitor =
              new Monitor(
                  line,
                  ChainSettings.watching(Devices.live(), Double.POSITIVE_INFINITY),
                  event -> {},
                  false);
          monitor.start();
          connected.accept(monitor);
        });
  }

  private ByteSource worn() {
    if (heart == null) {
      return new PacedSource(source, speed, System::nanoTime);
    }
    HeartSource beating = new HeartSource();
    heart = beating;
    return new PacedSource(beating, 1, lived);
  }

  @Override
  public SessionOptions conduct() {
    return conduct;
  }

  @Override
  public void conduct(SessionOptions options) {
    conduct = options;
  }

  @Override
  public void beginSession(
      Monitor monitor, String spec, SessionWish wish, RatingAnswers ratings, SessionNews news) {
    before = ratings;
    begun = news;
    wished = wish;
    try {
      Programme programme = ProgrammeReader.shipped(wish.programmeId());
      monitor.beginSession(
          monitor.protocol().stream().toList(),
          new SessionPlan(
              programme.forMinutes(wish.minutes(), wish.stages()),
              wish.options(),
              BaselineHistory.NONE),
          event -> {});
    } catch (ProgrammeException e) {
      news.failed(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void sessionEnded(Consumer<Path> report, Consumer<String> failed) {
    reports++;
    EventQueue.invokeLater(() -> report.accept(Path.of("report.html")));
  }

  @Override
  public void rate(RatingAnswers ratings) {
    after = ratings;
  }

  @Override
  public void openReport(Path html) {
    opened++;
  }

  @Override
  public boolean dark() {
    return dark;
  }

  @Override
  public void dark(boolean on) {
    dark = on;
  }

  @Override
  public Volumes volumes() {
    return volumes;
  }

  @Override
  public void volumes(Volumes wanted) {
    volumes = wanted;
  }
}
