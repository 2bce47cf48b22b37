package org.stillpoint.programme;

/** Where a {@link PromptKind#VARY} cue leads the attention. */
public enum Modality {
  /** To what the skin feels. */
  TOUCH,
  /** To the breath as it comes. */
  BREATH,
  /** To a picture in the mind. */
  IMAGE
}
