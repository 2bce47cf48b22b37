package org.stillpoint.programme;

/** How a programme ends. */
public enum Ending {
  /** With a stage that brings the person back; its time is reserved. */
  RETURN,
  /** In sleep: the person is not called back, and the last stage is the rest. */
  SLEEP
}
