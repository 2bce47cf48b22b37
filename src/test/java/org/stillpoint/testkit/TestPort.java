package org.stillpoint.testkit;

import java.io.IOException;
import java.nio.file.Path;
import org.stillpoint.serial.ByteSource;
import org.stillpoint.serial.ReconnectingSource;
import org.stillpoint.serial.SerialPortSource;

/**
 * A port under a path, with this machine's clocks.
 *
 * @param path may come and go
 */
public record TestPort(Path path) implements ReconnectingSource.Place {
  @Override
  public ByteSource open(int baud) throws IOException {
    return SerialPortSource.open(path.toString(), baud, System::nanoTime);
  }

  @Override
  public boolean there() {
    return SerialPortSource.seemsThere(path.toString());
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public long sleeplessMillis() {
    return System.currentTimeMillis();
  }
}
