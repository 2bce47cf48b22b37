package org.stillpoint.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.tinylog.Logger;

/**
 * A serial port or a pseudo terminal. It is polled with a short timeout, because a listener would
 * keep a processor core busy after the plug is pulled. As {@code isOpen} stays true in that case, a
 * negative count is the sign that the port is gone.
 */
public final class SerialPortSource implements ByteSource {
  /** Baud rate of every Arduino pulse sensor sketch. */
  public static final int USUAL_BAUD = 115_200;

  private static final int READ_TIMEOUT_MILLIS = 100;

  /** Questions are a few bytes long: if more than this is unsent, the device does not read them. */
  private static final int MOST_UNSENT_BYTES = 1024;

  private static final int ERRNO_PERMISSION = 13;
  private static final int ERRNO_BUSY = 16;
  private static final int ERRNO_AGAIN = 11;
  private static final int ERRNO_NO_TERMINAL = 25;

  /** The error that the library reports for a port that this program already has open. */
  private static final int OPEN_IN_THIS_PROGRAM = 2;

  private final String path;
  private final SerialPort port;
  private final LongSupplier nanoClock;
  private volatile boolean closed;
  private long hostNanos;

  private SerialPortSource(String path, SerialPort port, LongSupplier nanoClock) {
    this.path = path;
    this.port = port;
    this.nanoClock = nanoClock;
    this.hostNanos = nanoClock.getAsLong();
  }

  /**
   * Opens a port with 8 data bits, no parity, one stop bit.
   *
   * @param path its system name; it need not be listed (a pseudo terminal, a link)
   * @param baud baud rate, usually {@link #USUAL_BAUD}
   * @param nanoClock the computer's monotonic clock
   * @throws IOException with one sentence when the port does not exist, is busy, or may not be
   *     opened by this user
   */
  public static SerialPortSource open(String path, int baud, LongSupplier nanoClock)
      throws IOException {
    NativeLibrary.prepare();
    SerialPort port;
    try {
      port = SerialPort.getCommPort(path);
    } catch (SerialPortInvalidPortException e) {
      throw new IOException(
          "There is no serial port "
              + path
              + ": plug in the sensor. "
              + Ports.thereAre(Ports.list()),
          e);
    }
    port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_TIMEOUT_MILLIS, 0);
    if (!port.openPort(0)) {
      throw new IOException(whyNotOpen(path, port.getLastErrorCode()));
    }
    return new SerialPortSource(path, port, nanoClock);
  }

  /** Whether a path exists now; true for names that are not paths, such as COM3. */
  public static boolean seemsThere(String path) {
    return !path.startsWith("/") || Files.exists(Path.of(path));
  }

  private static String whyNotOpen(String path, int errno) {
    return switch (errno) {
      case ERRNO_PERMISSION -> PortRights.refusedHere(path);
      case ERRNO_BUSY, ERRNO_AGAIN, OPEN_IN_THIS_PROGRAM ->
          "The port "
              + path
              + " is busy: another program has it open; close that program (perhaps a serial"
              + " monitor) and try again.";
      case ERRNO_NO_TERMINAL -> path + " is not a serial port. " + Ports.thereAre(Ports.list());
      default ->
          "The port "
              + path
              + " could not be opened (system error "
              + errno
              + "): check that it is a serial port and that no other program has it open.";
    };
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    int count = closed ? -1 : port.readBytes(buffer, buffer.length);
    hostNanos = nanoClock.getAsLong();
    if (closed) {
      return -1;
    }
    if (count < 0) {
      throw new IOException(
          "The sensor on " + path + " is gone: it was unplugged or lost power; check its cable.");
    }
    return count;
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    if (!closed && port.bytesAwaitingWrite() > MOST_UNSENT_BYTES) {
      Logger.warn("{} does not accept what is sent to it", path);
      return; // waiting would also stop reading
    }
    if (!closed && port.writeBytes(bytes, bytes.length) < 0) {
      throw new IOException(
          "The sensor on "
              + path
              + " is gone and nothing can be sent to it:"
              + " check its cable.");
    }
  }

  @Override
  public void rate(int baud) throws IOException {
    if (!closed && port.getBaudRate() != baud && !port.setBaudRate(baud)) {
      throw new IOException(
          "The port "
              + path
              + " cannot be set to "
              + baud
              + " baud: name the sensor's own baud rate, as in "
              + path
              + "@9600.");
    }
  }

  @Override
  public long hostNanos() {
    return hostNanos;
  }

  @Override
  public String description() {
    return path;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      port.closePort();
    }
  }
}
