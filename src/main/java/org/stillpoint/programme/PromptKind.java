package org.stillpoint.programme;

/** What an entry of a script is, so that pacing can choose. */
public enum PromptKind {
  /** Always spoken. */
  INSTRUCTION,
  /** Spoken unless the person is already going deeper. */
  OPTIONAL,
  /** Nothing is said. */
  SILENCE,
  /** A {@link Cue} that brings the attention back to where the body is held. */
  CONTACT,
  /** A {@link Cue} that gives permission: to move, to bend the knees, to open the eyes. */
  SUPPORT,
  /** A {@link Cue} that leads the attention to another {@link Modality}. */
  VARY;

  /** Whether it is spoken only when the conductor asks for it. */
  boolean isCue() {
    return this == CONTACT || this == SUPPORT || this == VARY;
  }
}
