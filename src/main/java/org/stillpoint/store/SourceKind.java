package org.stillpoint.store;

/** Where a recording comes from. */
public enum SourceKind {
  /** A sensor on a person. */
  REAL,
  /** A virtual person. */
  VIRTUAL,
  /** A recorded file that was played as a sensor; it can come from anyone. */
  FILE,
  /** A file of another program, imported. */
  IMPORTED
}
