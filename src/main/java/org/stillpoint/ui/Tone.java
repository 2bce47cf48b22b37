package org.stillpoint.ui;

/** How a sentence should appear. */
enum Tone {
  /** There is nothing to do. */
  QUIET,
  /** Everything works. */
  GOOD,
  /** The person should look. */
  WARNING
}
