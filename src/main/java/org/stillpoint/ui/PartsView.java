package org.stillpoint.ui;

import java.util.List;

/**
 * The steps by which the index is computed.
 *
 * @param parts in order, from the start to the index that is shown
 */
record PartsView(List<IndexPart> parts) {

  /** Copies the list. */
  PartsView {
    parts = List.copyOf(parts);
  }

  /**
   * One step.
   *
   * @param name name of its component in the dialog
   * @param title heading for people; empty if it continues the step above
   * @param words its terms and its result; a dash with the reason if it is absent
   */
  record IndexPart(String name, String title, String words) {}
}
