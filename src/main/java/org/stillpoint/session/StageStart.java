package org.stillpoint.session;

import org.stillpoint.programme.Role;

/**
 * A stage begins.
 *
 * @param seconds session time of its beginning
 * @param stageId short name
 * @param title its name for people
 * @param plannedSeconds its length in the script
 * @param role what it is for
 * @param last whether it is the last of its script
 */
public record StageStart(
    double seconds, String stageId, String title, double plannedSeconds, Role role, boolean last) {

  /** A guided stage that is not the last. */
  public StageStart(double seconds, String stageId, String title, double plannedSeconds) {
    this(seconds, stageId, title, plannedSeconds, Role.GUIDED, false);
  }
}
