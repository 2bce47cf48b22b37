package org.stillpoint.report;

/** What is said about pain. */
public final class PainWords {
  /** After a session in which pain rose by two or more. */
  public static final String ROSE =
      "Your pain has gone up in this session. That can happen: change your position, move a little,"
          + " and leave it at that for today. If it stays up, is new or keeps getting worse, ask a"
          + " doctor or physiotherapist.";

  private PainWords() {}
}
