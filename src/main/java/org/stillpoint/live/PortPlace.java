package org.stillpoint.live;

import java.io.IOException;
import org.stillpoint.serial.ByteSource;
import org.stillpoint.serial.ReconnectingSource;
import org.stillpoint.serial.SerialPortSource;

/**
 * A serial port of this computer, which can be opened again after its plug was pulled.
 *
 * @param path name of the port
 * @param clocks the computer's clocks
 */
record PortPlace(String path, Clocks clocks) implements ReconnectingSource.Place {

  @Override
  public ByteSource open(int baud) throws IOException {
    return SerialPortSource.open(path, baud, clocks.nanoTime());
  }

  @Override
  public boolean there() {
    return SerialPortSource.seemsThere(path);
  }

  @Override
  public long nanoTime() {
    return clocks.nanoTime().getAsLong();
  }

  @Override
  public long sleeplessMillis() {
    return clocks.sleeplessMillis().getAsLong();
  }
}
