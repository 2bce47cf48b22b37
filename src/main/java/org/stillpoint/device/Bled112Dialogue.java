package org.stillpoint.device;

import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The host's side of the dialogue with a BGAPI dongle, until a strap sends heart rate measurements.
 * It asks what the dongle is and whether anything is connected. If so, and beats arrive, nothing
 * more is sent. Otherwise it ends old procedures and connections, scans for straps, connects to the
 * strongest one (or to the previous one), finds the measurement and the configuration of its
 * notifications by their types, and turns the notifications on. Every step has a time limit; after
 * a failure it starts again by ending old procedures and connections.
 *
 * <p>Once a strap has sent beats, on a connection made or found here, the dialogue stays with it.
 * When it is lost, another strap nearby is never taken in its place, only mentioned after a while.
 * This lasts as long as this object. A new object, when the connection to the port comes back or a
 * session begins, knows only what the dongle still knows. It joins a connection that still exists
 * and stays with its strap. Without one, the search begins from nothing, and the person is told if
 * several straps are near.
 *
 * <p>Answers advance the dialogue in {@link #heard}; only {@link #speak} depends on time.
 */
final class Bled112Dialogue {
  /** Heart Rate Measurement, a 16-bit UUID of the Bluetooth SIG. */
  static final int MEASUREMENT = 0x2A37;

  private static final int HEART_RATE_SERVICE = 0x180D;
  private static final int CONFIGURATION = 0x2902;
  private static final int CONNECTED = 1;

  private enum Bled112Step {
    /** Asks the dongle what it is. */
    IDENTIFY(1000),
    /** Asks whether it has a connection. */
    LOOK(300),
    /** A strap was connected already and may send. */
    LISTEN(2500),
    /** Waits after a failure. */
    REST(500),
    END_OLD(400),
    DISCONNECT_OLD(600),
    PREPARE_SCAN(400),
    SCAN(10_000),
    END_SCAN(400),
    CONNECT(6000),
    FIND_SERVICE(5000),
    FIND_MEASUREMENT(5000),
    SUBSCRIBE(5000),
    /** Subscribed; ends when the strap is silent. */
    FLOW(10_000);

    private final long nanos;

    Bled112Step(long millis) {
      this.nanos = millis * 1_000_000;
    }
  }

  private static final long CHOOSE_NANOS = 1_000_000_000;
  private static final long PATIENCE_NANOS = 4_000_000_000L;

  /** A lost strap is looked for this long before another one nearby is mentioned. */
  private static final long LOYAL_NANOS = 60_000_000_000L;

  private static final int MOST_FAILURES = 2;

  private final NearbyStraps nearby = new NearbyStraps();
  private Bled112Step step = Bled112Step.IDENTIFY;
  private boolean fresh = true;
  private boolean signOfLife;
  private long sinceNanos;
  private long firstSeenNanos = -1;
  private long searchingSinceNanos = -1;
  private boolean searchedLong;
  private boolean silentDongle;
  private int failures;
  private int connection;
  private int firstHandle;
  private int lastHandle;
  private int measurement;
  private int configuration;
  private NearbyStraps.@Nullable NearbyStrap chosen;
  private boolean proven;
  private boolean askedWho;
  private boolean othersOnly;

  /** Sends what is due. */
  void speak(long hostNanos, Consumer<byte[]> toDevice) {
    if (signOfLife) {
      signOfLife = false;
      sinceNanos = hostNanos;
    }
    if (!fresh && hostNanos - sinceNanos >= step.nanos) {
      tooLong();
    }
    if (step == Bled112Step.SCAN && !fresh) {
      lookAround(hostNanos);
    }
    if (fresh) {
      fresh = false;
      sinceNanos = hostNanos;
      byte[] command = command();
      if (command.length > 0) {
        toDevice.accept(command);
      }
    } else if (step == Bled112Step.FLOW && chosen == null && !askedWho) {
      askedWho = true; // beats arrived before the question about connections
      toDevice.accept(BgapiCommands.getConnections());
    }
  }

  private void enter(Bled112Step next) {
    step = next;
    fresh = true;
  }

  private void fail() {
    failures++;
    enter(Bled112Step.REST);
  }

  private void tooLong() {
    switch (step) {
      case IDENTIFY -> {
        silentDongle = true;
        enter(Bled112Step.IDENTIFY);
      }
      case END_OLD -> enter(Bled112Step.DISCONNECT_OLD);
      case DISCONNECT_OLD -> enter(Bled112Step.PREPARE_SCAN);
      case SCAN -> enter(Bled112Step.END_OLD);
      case LOOK, LISTEN, REST -> enter(Bled112Step.END_OLD);
      default -> fail();
    }
  }

  private byte[] command() {
    NearbyStraps.NearbyStrap strap = chosen;
    return switch (step) {
      case IDENTIFY -> BgapiCommands.getInfo();
      case LOOK -> BgapiCommands.getConnections();
      case LISTEN, REST, FLOW -> new byte[0];
      case END_OLD, END_SCAN -> BgapiCommands.endProcedure();
      case DISCONNECT_OLD -> BgapiCommands.disconnect(connection);
      case PREPARE_SCAN -> BgapiCommands.setScanParameters();
      case SCAN -> BgapiCommands.discover();
      case CONNECT ->
          strap == null ? new byte[0] : BgapiCommands.connect(strap.address(), strap.type());
      case FIND_SERVICE -> BgapiCommands.readPrimaryServices(connection);
      case FIND_MEASUREMENT -> BgapiCommands.findInformation(connection, firstHandle, lastHandle);
      case SUBSCRIBE -> BgapiCommands.enableNotifications(connection, configuration);
    };
  }

  /** Called while scanning: straps are compared for one second before one is chosen. */
  private void lookAround(long hostNanos) {
    if (searchingSinceNanos < 0) {
      searchingSinceNanos = hostNanos;
    }
    long searched = hostNanos - searchingSinceNanos;
    NearbyStraps.NearbyStrap former = chosen;
    boolean found = former != null && nearby.sees(former);
    boolean missing = proven ? !found : nearby.isEmpty();
    searchedLong = missing && searched >= PATIENCE_NANOS;
    failures = searchedLong ? 0 : failures; // the strap is gone, it does not refuse
    if (found) {
      othersOnly = false;
      enter(Bled112Step.END_SCAN);
      return;
    }
    if (nearby.isEmpty()) {
      return;
    }
    if (firstSeenNanos < 0) {
      firstSeenNanos = hostNanos;
    }
    othersOnly |= proven && searched >= LOYAL_NANOS;
    boolean compared = hostNanos - firstSeenNanos >= CHOOSE_NANOS;
    // One that was connected but never sent beats may take a while to advertise again.
    boolean waited = former == null || (!proven && searched >= Bled112Step.SCAN.nanos);
    if (compared && waited) {
      chosen = nearby.strongest();
      enter(Bled112Step.END_SCAN);
    }
  }

  /** Notifications arrive: whatever was planned, nothing needs to be sent. */
  void flowing() {
    failures = 0;
    searchingSinceNanos = -1;
    searchedLong = false;
    silentDongle = false;
    othersOnly = false;
    proven = chosen != null;
    signOfLife = true;
    step = Bled112Step.FLOW;
    fresh = false;
  }

  /** A packet arrived. */
  void heard(BgapiPacket packet) {
    switch (packet.key()) {
      case BgapiPacket.INFO -> {
        silentDongle = false;
        advance(Bled112Step.IDENTIFY, Bled112Step.LOOK);
      }
      case BgapiPacket.BOOT -> enter(Bled112Step.END_OLD);
      case BgapiPacket.CONNECTION_STATUS -> connectionStatus(packet);
      case BgapiPacket.DISCONNECTED -> disconnected();
      case BgapiPacket.DISCONNECTING -> {
        if (packet.u16(1) != 0) {
          advance(Bled112Step.DISCONNECT_OLD, Bled112Step.PREPARE_SCAN); // nothing was connected
        }
      }
      case BgapiPacket.PROCEDURE_ENDED -> {
        advance(Bled112Step.END_OLD, Bled112Step.DISCONNECT_OLD);
        advance(Bled112Step.END_SCAN, Bled112Step.CONNECT);
      }
      case BgapiPacket.SCAN_PARAMETERS_SET -> {
        if (advance(Bled112Step.PREPARE_SCAN, Bled112Step.SCAN)) {
          nearby.clear();
          firstSeenNanos = -1;
        }
      }
      case BgapiPacket.SCAN_RESPONSE -> nearby.heard(packet);
      case BgapiPacket.DISCOVERING -> refused(Bled112Step.SCAN, packet.u16(0));
      case BgapiPacket.CONNECTING -> {
        refused(Bled112Step.CONNECT, packet.u16(0));
        connection = step == Bled112Step.CONNECT ? packet.u8(2) : connection;
      }
      case BgapiPacket.READING_GROUPS -> refused(Bled112Step.FIND_SERVICE, packet.u16(1));
      case BgapiPacket.FINDING_INFORMATION -> refused(Bled112Step.FIND_MEASUREMENT, packet.u16(1));
      case BgapiPacket.WRITING -> refused(Bled112Step.SUBSCRIBE, packet.u16(1));
      case BgapiPacket.GROUP_FOUND -> group(packet);
      case BgapiPacket.INFORMATION_FOUND -> information(packet);
      case BgapiPacket.PROCEDURE_COMPLETED -> completed(packet);
      default -> {}
    }
  }

  private boolean advance(Bled112Step from, Bled112Step to) {
    if (step == from && !fresh) {
      enter(to);
      return true;
    }
    return false;
  }

  private void refused(Bled112Step at, int result) {
    if (step == at && !fresh && result != 0) {
      fail();
    }
  }

  private void connectionStatus(BgapiPacket packet) {
    if ((packet.u8(1) & CONNECTED) == 0) {
      return;
    }
    if (step == Bled112Step.LOOK) {
      join(packet);
      enter(Bled112Step.LISTEN);
    } else if (step == Bled112Step.FLOW && chosen == null) {
      join(packet);
      proven = true;
    } else if (step == Bled112Step.CONNECT && !fresh) {
      connection = packet.u8(0);
      firstHandle = 0;
      lastHandle = 0;
      measurement = 0;
      configuration = 0;
      enter(Bled112Step.FIND_SERVICE);
    }
  }

  private void join(BgapiPacket packet) {
    connection = packet.u8(0);
    chosen = NearbyStraps.NearbyStrap.connected(packet);
  }

  private void disconnected() {
    switch (step) {
      case DISCONNECT_OLD -> enter(Bled112Step.PREPARE_SCAN);
      case LISTEN, FLOW -> enter(Bled112Step.END_OLD);
      case CONNECT, FIND_SERVICE, FIND_MEASUREMENT, SUBSCRIBE -> fail();
      default -> {} // reports the end of an old connection
    }
  }

  private void group(BgapiPacket packet) {
    if (step == Bled112Step.FIND_SERVICE && isUuid(packet, 5, HEART_RATE_SERVICE)) {
      firstHandle = packet.u16(1);
      lastHandle = packet.u16(3);
    }
  }

  /** Attributes arrive in the order of their handles; the configuration of a value follows it. */
  private void information(BgapiPacket packet) {
    if (step != Bled112Step.FIND_MEASUREMENT) {
      return;
    }
    if (isUuid(packet, 3, MEASUREMENT)) {
      measurement = packet.u16(1);
    } else if (measurement != 0 && configuration == 0 && isUuid(packet, 3, CONFIGURATION)) {
      configuration = packet.u16(1);
    }
  }

  /**
   * A search that reaches the end of the attributes can report that as an error, so only what it
   * found counts.
   */
  private void completed(BgapiPacket packet) {
    if (fresh) {
      return;
    }
    switch (step) {
      case FIND_SERVICE -> next(lastHandle != 0, Bled112Step.FIND_MEASUREMENT);
      case FIND_MEASUREMENT -> next(configuration != 0, Bled112Step.SUBSCRIBE);
      case SUBSCRIBE -> next(packet.u16(1) == 0, Bled112Step.FLOW);
      default -> {}
    }
  }

  private void next(boolean found, Bled112Step then) {
    if (found) {
      enter(then);
    } else {
      fail();
    }
  }

  /** Whether a length-prefixed UUID in a packet is this 16-bit UUID. */
  static boolean isUuid(BgapiPacket packet, int at, int uuid) {
    return packet.u8(at) == 2 && packet.u16(at + 1) == uuid;
  }

  /** Why no beats arrive, as a sentence for the person; empty when nothing is wrong. */
  Optional<String> hindrance() {
    if (silentDongle) {
      return Optional.of(
          "The Bluetooth dongle does not answer: unplug it, plug it in again and wait a moment.");
    }
    if (failures >= MOST_FAILURES) {
      return Optional.of(
          "The heart rate strap was found but cannot be connected: close other apps that use it,"
              + " move closer, or take its battery out for a moment.");
    }
    if (step == Bled112Step.FLOW) {
      return Optional.empty();
    }
    if (othersOnly) {
      return Optional.of(
          "Your heart rate strap is not found, only another one: put yours on and moisten its"
              + " electrodes; to use the other one, unplug the dongle and plug it in again.");
    }
    if (searchedLong) {
      return Optional.of(
          "No heart rate strap is found: put the strap on, moisten its electrodes,"
              + " and make sure that no other app or watch is connected to it.");
    }
    return nearby.several() && !proven
        ? Optional.of(
            "Several heart rate straps are nearby: the one with the strongest signal is used,"
                + " so stay closest to the dongle.")
        : Optional.empty();
  }
}
