package org.stillpoint.serial;

import java.io.Closeable;
import java.io.IOException;

/**
 * Where bytes come from: a port, a recorded file, a virtual person. Belongs to the thread that
 * reads it; only {@link #close()} may be called from another one and then ends a waiting read.
 */
public interface ByteSource extends Closeable {

  /**
   * Waits for bytes, at most about a tenth of a second.
   *
   * @param buffer takes the bytes from its beginning on
   * @return how many came; 0 when nothing has come yet, -1 when a recorded source is at its end
   * @throws IOException when the source is gone; its message is a sentence for the person
   */
  int read(byte[] buffer) throws IOException;

  /**
   * Host time of the last return of {@link #read}, in nanoseconds on this source's own monotonic
   * clock: the machine's for a port, the stamps' for a recording. Never decreases but for {@link
   * #restart}.
   */
  long hostNanos();

  /**
   * Sends bytes to the device; a source that cannot send ignores them.
   *
   * @throws IOException when the source is gone
   */
  default void write(byte[] bytes) throws IOException {}

  /** Goes on at another rate; without effect where there is none or the person chose one. */
  default void rate(int baud) throws IOException {}

  /**
   * Starts again from the beginning if it can: a virtual person can, a sensor or a recording
   * cannot. Called between two reads by the thread that reads. Afterwards {@link #hostNanos} is 0
   * again.
   *
   * @return whether it started again
   */
  default boolean restart() {
    return false;
  }

  /** How the line is; changes during {@link #read} alone. */
  default LineStatus line() {
    return LineStatus.UP;
  }

  /** What this source is, in words that fit after "from": a path or a name. */
  String description();

  @Override
  void close();
}
