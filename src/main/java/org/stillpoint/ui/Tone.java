package org.stillpoint.ui;

/** How a sentence is meant. */
enum Tone {
  /** Nothing to do. */
  QUIET,
  /** All is well. */
  GOOD,
  /** Someone should look. */
  WARNING
}
