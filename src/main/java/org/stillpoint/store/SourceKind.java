package org.stillpoint.store;

/** Where a recording comes from. */
public enum SourceKind {
  /** A sensor on a person. */
  REAL,
  /** A virtual person. */
  VIRTUAL,
  /** A recorded file that was played as a sensor; it may be anybody's. */
  FILE,
  /** A file of another program that was imported. */
  IMPORTED
}
