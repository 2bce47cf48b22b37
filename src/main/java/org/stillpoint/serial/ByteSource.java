package org.stillpoint.serial;

import java.io.Closeable;
import java.io.IOException;

/**
 * A source of bytes: a port, a recorded file or a virtual person. It belongs to the thread that
 * reads it. Only {@link #close()} may be called by another thread; it ends a read that is waiting.
 */
public interface ByteSource extends Closeable {

  /**
   * Waits for bytes, for about a tenth of a second at most.
   *
   * @param buffer receives the bytes, from its beginning
   * @return the number of bytes; 0 when none have arrived yet, -1 at the end of a recorded source
   *     or after {@link #close()}
   * @throws IOException when the source is gone; the message is a sentence for the person
   */
  int read(byte[] buffer) throws IOException;

  /**
   * Host time at which {@link #read} last returned, in nanoseconds on this source's own monotonic
   * clock: the computer's clock for a port, the recorded stamps for a recording. Never decreases,
   * except in {@link #restart}.
   */
  long hostNanos();

  /**
   * Sends bytes to the device; a source that cannot send ignores them.
   *
   * @throws IOException when the source is gone
   */
  default void write(byte[] bytes) throws IOException {}

  /** Changes the baud rate; has no effect if the source has none or the person chose one. */
  default void rate(int baud) throws IOException {}

  /**
   * Starts again from the beginning if the source can: a virtual person can, a sensor or a
   * recording cannot. Call it between two reads, on the thread that reads. Afterwards {@link
   * #hostNanos} is 0 again.
   *
   * @return whether it started again
   */
  default boolean restart() {
    return false;
  }

  /** State of the connection; it changes only during {@link #read}. */
  default LineStatus line() {
    return LineStatus.UP;
  }

  /** What this source is: a path or a name that fits after "from". */
  String description();

  @Override
  void close();
}
