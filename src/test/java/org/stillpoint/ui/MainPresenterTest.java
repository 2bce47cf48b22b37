package org.stillpoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.monitor.Snapshot;
import org.stillpoint.serial.PortInfo;

class MainPresenterTest {
  private final Snapshots with = new Snapshots();

  @Test
  void listsLikelyPortsFirstAndTheVirtualPersonLast() {
    List<SensorChoice> choices =
        SensorPresenter.choices(
            List.of(
                new PortInfo("/dev/ttyS0", "", "", "", ""),
                new PortInfo("/dev/ttyUSB0", "USB Serial", "1a86:7523", "CH340 serial chip", "")));
    assertThat(choices)
        .containsExactly(
            new SensorChoice("serial:/dev/ttyUSB0", "/dev/ttyUSB0, CH340 serial chip", true),
            new SensorChoice("serial:/dev/ttyS0", "/dev/ttyS0", false),
            SensorPresenter.VIRTUAL);
  }

  @Test
  void offersTheLastSensorThenALikelyPortThenTheVirtualPerson() {
    PortInfo plain = new PortInfo("/dev/ttyS0", "Built-in port", "", "", "");
    PortInfo chip = new PortInfo("/dev/ttyUSB0", "USB Serial", "1a86:7523", "CH340 chip", "");
    List<SensorChoice> both = SensorPresenter.choices(List.of(plain, chip));
    assertThat(SensorPresenter.first("", both)).startsWith("/dev/ttyUSB0");
    assertThat(SensorPresenter.first("", SensorPresenter.choices(List.of(plain))))
        .as("not any port")
        .isEqualTo(SensorPresenter.VIRTUAL.words());
    assertThat(SensorPresenter.first("serial:/dev/ttyS0", both)).startsWith("/dev/ttyS0");
    assertThat(SensorPresenter.first("serial:/tmp/pty", both)).isEqualTo("/tmp/pty");
  }

  @Test
  void understandsWhatIsTyped() {
    List<SensorChoice> choices = SensorPresenter.choices(List.of());
    assertThat(SensorPresenter.spec(" /tmp/pty ", choices)).isEqualTo("serial:/tmp/pty");
    assertThat(SensorPresenter.spec("virtual:responder,3", choices))
        .isEqualTo("virtual:responder,3");
    assertThat(SensorPresenter.spec("Virtual person (no sensor needed)", choices))
        .isEqualTo("virtual:responder,7");
    assertThat(SensorPresenter.spec("virtual person", choices)).isEqualTo("virtual:responder,7");
    assertThat(SensorPresenter.spec("  ", choices)).isEmpty();
  }

  @Test
  void saysHowFarTheConnectionIs() {
    assertThat(MainPresenter.status(Link.LinkState.CONNECTING, "serial:COM3", "").words())
        .isEqualTo("Connecting to COM3…");
    assertThat(MainPresenter.status(Link.LinkState.IDLE, "serial:COM3", "The port COM3 is busy."))
        .isEqualTo(new StatusView("The port COM3 is busy.", Tone.WARNING));
    assertThat(MainPresenter.status(with.make(), "serial:COM3"))
        .isEqualTo(new StatusView("Stillpoint firmware on /dev/ttyUSB0, 500 Hz", Tone.GOOD));
    with.sensor = "";
    assertThat(MainPresenter.status(with.make(), "serial:COM3").words())
        .isEqualTo("Looking for a pulse on COM3…");
    with.message = "Nothing arrives from COM3.";
    assertThat(MainPresenter.status(with.make(), "serial:COM3").tone()).isEqualTo(Tone.WARNING);
  }

  @Test
  void aSessionBeginsOnlyWithARecognisedSensor() {
    with.phase = Snapshot.Phase.LOOKING;
    assertThat(MainPresenter.startable(with.make())).isFalse();
    with.phase = Snapshot.Phase.WATCHING;
    assertThat(MainPresenter.startable(with.make())).isTrue();
    assertThat(MainPresenter.whyNotStartable(Link.LinkState.IDLE, MainPresenter.IDLE))
        .isEqualTo("Connect a sensor first. The virtual person needs no hardware.");
  }

  @Test
  void theSafetyTextHasItsWarnings() {
    assertThat(SafetyText.text())
        .contains("not a medical device", "emergency care", "Do not drive", "see a doctor");
  }
}
