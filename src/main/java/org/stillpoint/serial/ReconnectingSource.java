package org.stillpoint.serial;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * A port that is looked for again when it is gone, with growing pauses and at once when it
 * reappears. It also notices that the computer slept: the wall clock went on and the monotonic one
 * did not. While the line is broken {@link #read} gives nothing; {@link #line} says why.
 */
public final class ReconnectingSource implements ByteSource {

  /** Where the port comes from, and the clocks. */
  public interface Place {
    /**
     * Opens the port.
     *
     * @param baud its rate
     * @throws IOException with one sentence when it cannot be opened
     */
    ByteSource open(int baud) throws IOException;

    /** Whether the port seems to be there; true where that cannot be known. */
    boolean there();

    /** The machine's monotonic clock. */
    long nanoTime();

    /** The machine's wall clock. */
    long wallMillis();
  }

  /** How often a missing port is looked for: the person plugs it in and looks up. */
  private static final long LOOK_MILLIS = 100;

  private static final long MOST_SLEEP_BY_CHANCE_MILLIS = 3000;

  private final Place place;
  private final boolean anyRate;
  private final double patienceSeconds;
  private final Retry retry = new Retry();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile @Nullable ByteSource port;
  private final String description;
  private int baud;
  private long hostNanos;
  private long lostNanos;
  private boolean wasThere;
  private String why = "";
  private int breaks;
  private int sleeps;
  private long wallLead;

  /**
   * Opens the port for the first time.
   *
   * @param baud its rate, or the first one to try
   * @param anyRate whether other rates may be tried
   * @param patienceSeconds how long it is looked for before reading fails; infinite for ever
   * @throws IOException with one sentence when it cannot be opened
   */
  public ReconnectingSource(Place place, int baud, boolean anyRate, double patienceSeconds)
      throws IOException {
    this.place = place;
    this.baud = baud;
    this.anyRate = anyRate;
    this.patienceSeconds = patienceSeconds;
    ByteSource first = place.open(baud);
    this.port = first;
    this.description = first.description();
    this.hostNanos = first.hostNanos();
    this.wallLead = wallLead();
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    ByteSource open = port;
    int count = open == null ? look() : read(open, buffer);
    hostNanos = Math.max(hostNanos, place.nanoTime());
    noticeSleep();
    return closed.getCount() == 0 ? -1 : count;
  }

  private int read(ByteSource open, byte[] buffer) {
    try {
      return open.read(buffer);
    } catch (IOException gone) {
      lost(open, gone);
      return 0;
    }
  }

  private void lost(ByteSource open, IOException gone) {
    Logger.warn(gone, "line to {} broken", description);
    open.close();
    port = null;
    breaks++;
    why = String.valueOf(gone.getMessage());
    lostNanos = place.nanoTime();
    wasThere = false;
    retry.begin(lostNanos);
  }

  /** Looks for the port; gives the number of bytes, none. */
  private int look() throws IOException {
    pause();
    long now = place.nanoTime();
    boolean there = place.there();
    boolean appeared = there && !wasThere;
    wasThere = there;
    if (closed.getCount() > 0 && (appeared || (there && retry.due(now)))) {
      attempt(now);
    } else if (!there && retry.due(now)) {
      retry.failed(now);
    }
    if (port == null && (now - lostNanos) / 1e9 > patienceSeconds) {
      throw new IOException(why);
    }
    return 0;
  }

  private void attempt(long now) {
    try {
      port = place.open(baud);
      why = "";
      Logger.info("line to {} is back", description);
    } catch (IOException notYet) {
      why = String.valueOf(notYet.getMessage());
      retry.failed(now);
    }
  }

  private void pause() {
    try {
      if (closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        Logger.debug("closed while looking for {}", description);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How far the wall clock is ahead of the monotonic one, in milliseconds. */
  private long wallLead() {
    return place.wallMillis() - place.nanoTime() / 1_000_000;
  }

  private void noticeSleep() {
    long lead = wallLead();
    if (lead - wallLead > MOST_SLEEP_BY_CHANCE_MILLIS) {
      sleeps++;
      Logger.info("the computer slept for {} s", (lead - wallLead) / 1000);
    }
    wallLead = lead;
  }

  @Override
  public Line line() {
    boolean up = port != null;
    double wait = up ? 0 : retry.secondsLeft(hostNanos);
    return new Line(up, up ? "" : why, wait, breaks, sleeps);
  }

  @Override
  public void write(byte[] bytes) {
    ByteSource open = port;
    if (open != null) {
      try {
        open.write(bytes);
      } catch (IOException gone) {
        Logger.debug(gone, "not sent; the next read will tell");
      }
    }
  }

  @Override
  public void rate(int newBaud) throws IOException {
    if (anyRate) {
      baud = newBaud;
      ByteSource open = port;
      if (open != null) {
        open.rate(newBaud);
      }
    }
  }

  @Override
  public long hostNanos() {
    return hostNanos;
  }

  @Override
  public String description() {
    return description;
  }

  @Override
  public void close() {
    closed.countDown();
    ByteSource open = port;
    if (open != null) {
      open.close();
    }
  }
}
