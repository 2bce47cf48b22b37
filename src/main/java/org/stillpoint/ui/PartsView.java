package org.stillpoint.ui;

import java.util.List;

/**
 * The index taken apart.
 *
 * @param parts from the start to the number that is shown
 */
record PartsView(List<IndexPart> parts) {

  /** Keeps its own copy. */
  PartsView {
    parts = List.copyOf(parts);
  }

  /**
   * One step.
   *
   * @param name short name
   * @param title what it is
   * @param words what it is made of and what it gives; a dash with the reason where it is absent
   */
  record IndexPart(String name, String title, String words) {}
}
