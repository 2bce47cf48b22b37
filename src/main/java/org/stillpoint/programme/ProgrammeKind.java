package org.stillpoint.programme;

/** What a programme is for. The kind decides which stages it needs and how it is conducted. */
public enum ProgrammeKind {
  /** Words and silences, paced by the person's index. */
  GUIDED,
  /** Breathing with the pacer, at the person's resonance rate or 6 a minute. */
  PACED,
  /**
   * Several breathing rates, each held for two minutes or more, to find the person's resonance
   * rate. Nothing in it is stretched or shortened.
   */
  ASSESSMENT,
  /** The baseline, silence, a return: lying still without guidance, for comparison. */
  QUIET,
  /** The baseline alone, to compare the person's heart with that of their other mornings. */
  READING;

  /** Whether what is measured may change what is said, and when. */
  public boolean adapts() {
    return this == GUIDED || this == PACED || this == ASSESSMENT;
  }
}
