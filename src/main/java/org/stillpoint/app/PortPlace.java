package org.stillpoint.app;

import java.io.IOException;
import org.stillpoint.serial.ByteSource;
import org.stillpoint.serial.ReconnectingSource;
import org.stillpoint.serial.SerialPortSource;

/** A port of this machine, with this machine's clocks. */
record PortPlace(String path) implements ReconnectingSource.Place {

  @Override
  public ByteSource open(int baud) throws IOException {
    return SerialPortSource.open(path, baud, Host::nanoTime);
  }

  @Override
  public boolean there() {
    return SerialPortSource.seemsThere(path);
  }

  @Override
  public long nanoTime() {
    return Host.nanoTime();
  }

  @Override
  public long sleeplessMillis() {
    return Host.sleeplessMillis();
  }
}
