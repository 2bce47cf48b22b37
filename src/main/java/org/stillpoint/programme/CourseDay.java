package org.stillpoint.programme;

/**
 * One day of a course: a session, or rest.
 *
 * @param programmeId the programme of the day; empty on a day of rest
 * @param title the programme's name for people; empty on a day of rest
 * @param minutes its length; 0 on a day of rest
 * @param rest what the person may do instead, a sentence; empty on a day with a session
 */
public record CourseDay(String programmeId, String title, int minutes, String rest) {

  /** A day with a session. */
  static CourseDay session(Programme programme, int minutes) {
    return new CourseDay(programme.id(), programme.title(), minutes, "");
  }

  /** A day of rest. */
  static CourseDay rest(String words) {
    return new CourseDay("", "", 0, words);
  }

  /** Whether it is a day of rest. */
  public boolean rests() {
    return programmeId.isEmpty();
  }
}
