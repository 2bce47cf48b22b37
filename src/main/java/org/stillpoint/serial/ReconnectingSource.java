package org.stillpoint.serial;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * A port that reconnects after it was lost: at once when it reappears, and otherwise after
 * increasing pauses. It also notices that the computer slept, from a clock that kept running while
 * the monotonic one stood still, and adds the time slept to its own clock. While the connection is
 * broken {@link #read} returns no bytes, and {@link #line} says why.
 */
public final class ReconnectingSource implements ByteSource {

  /** Provides the port and the clocks. */
  public interface Place {
    /**
     * Opens the port.
     *
     * @param baud its baud rate
     * @throws IOException with one sentence when it cannot be opened
     */
    ByteSource open(int baud) throws IOException;

    /** Whether the port seems to exist; true where that cannot be known. */
    boolean there();

    /** The computer's monotonic clock. */
    long nanoTime();

    /** A clock of the computer that keeps running while it sleeps. */
    long sleeplessMillis();
  }

  /**
   * How often to look for a missing port: fast enough for a person who plugs it in and looks up.
   */
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
  private long sleptNanos;
  private long sleeplessLead;

  /**
   * Opens the port for the first time.
   *
   * @param baud its baud rate, or the first one to try
   * @param anyRate whether other baud rates may be tried
   * @param patienceSeconds how long a lost port is looked for before reading fails; infinity to
   *     look for ever
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
    this.sleeplessLead = sleeplessLead();
  }

  @Override
  public int read(byte[] buffer) throws IOException {
    ByteSource open = port;
    int count = open == null ? look() : read(open, buffer);
    noticeSleep();
    hostNanos = Math.max(hostNanos, place.nanoTime() + sleptNanos);
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
    Logger.warn(gone, "connection to {} broken", description);
    open.close();
    port = null;
    breaks++;
    why = String.valueOf(gone.getMessage());
    lostNanos = place.nanoTime();
    wasThere = false;
    retry.begin(lostNanos);
  }

  /** Looks for the port; returns 0, as no bytes are read. */
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
      Logger.info("connection to {} is back", description);
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

  /** How far the sleepless clock is ahead of the monotonic one, in milliseconds. */
  private long sleeplessLead() {
    return place.sleeplessMillis() - place.nanoTime() / 1_000_000;
  }

  private void noticeSleep() {
    long lead = sleeplessLead();
    if (lead - sleeplessLead > MOST_SLEEP_BY_CHANCE_MILLIS) {
      sleeps++;
      sleptNanos += (lead - sleeplessLead) * 1_000_000;
      Logger.info("the computer slept for {} s", (lead - sleeplessLead) / 1000);
    }
    sleeplessLead = lead;
  }

  @Override
  public LineStatus line() {
    boolean up = port != null;
    double wait = up ? 0 : retry.secondsLeft(hostNanos - sleptNanos);
    return new LineStatus(up, up ? "" : why, wait, breaks, sleeps);
  }

  @Override
  public void write(byte[] bytes) {
    ByteSource open = port;
    if (open != null) {
      try {
        open.write(bytes);
      } catch (IOException gone) {
        Logger.debug(gone, "not sent; the next read will show whether the port is gone");
      }
    }
  }

  private void setRate(int newBaud) {
    ByteSource open = port;
    if (open != null) {
      try {
        open.rate(newBaud);
      } catch (IOException refused) {
        Logger.info(refused, "baud rate not set; the next read will show whether the port is gone");
      }
    }
  }

  @Override
  public void rate(int newBaud) {
    if (anyRate) {
      baud = newBaud;
      setRate(newBaud);
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
