package org.stillpoint.programme;

/** What a programme is for; it decides which stages it needs and how it is conducted. */
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
  /** A quiet start, silence, a return: lying still without guidance, to compare with. */
  QUIET
}
