package org.stillpoint.app;

/** Starts the product. */
public final class Main {
  private Main() {}

  /** Runs one command line. */
  public static void main(String[] args) {}
}
