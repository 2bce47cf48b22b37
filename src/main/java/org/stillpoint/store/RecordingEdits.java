package org.stillpoint.store;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.JdbiException;

/**
 * What a person can change about a recording afterwards: ratings, a note, and whether it is there
 * at all. What was measured never changes. For any thread.
 */
public final class RecordingEdits {
  private final Store store;

  /** Edits of the recordings of a store. */
  public RecordingEdits(Store store) {
    this.store = store;
  }

  /**
   * Sets the person's ratings after the session, and removes those that are absent. Their ratings
   * before it stay.
   *
   * @throws IOException with one sentence if they cannot be saved
   */
  public void rateAfter(long recording, Ratings after) throws IOException {
    change(
        "The ratings could not be saved",
        h ->
            h.execute(
                "UPDATE recording SET pain_after = ?, tension_after = ? WHERE id = ?",
                ColumnReader.orNull(after.painAfter()),
                ColumnReader.orNull(after.tensionAfter()),
                recording));
  }

  /**
   * Sets the ratings that are present; the others stay.
   *
   * @throws IOException with one sentence if they cannot be saved
   */
  public void rate(long recording, Ratings given) throws IOException {
    change(
        "The ratings could not be saved",
        h ->
            h.createUpdate(
                    "UPDATE recording SET pain_before = COALESCE(:painBefore, pain_before),"
                        + " pain_after = COALESCE(:painAfter, pain_after),"
                        + " tension_before = COALESCE(:tensionBefore, tension_before),"
                        + " tension_after = COALESCE(:tensionAfter, tension_after),"
                        + " sleep = COALESCE(:sleep, sleep),"
                        + " function_words = CASE WHEN :function IS NULL THEN function_words"
                        + " ELSE :words END,"
                        + " function = COALESCE(:function, function) WHERE id = :id")
                .bind("painBefore", (Integer) ColumnReader.orNull(given.painBefore()))
                .bind("painAfter", (Integer) ColumnReader.orNull(given.painAfter()))
                .bind("tensionBefore", (Integer) ColumnReader.orNull(given.tensionBefore()))
                .bind("tensionAfter", (Integer) ColumnReader.orNull(given.tensionAfter()))
                .bind("sleep", (Integer) ColumnReader.orNull(given.sleep()))
                .bind("function", (Integer) ColumnReader.orNull(given.function()))
                .bind("words", given.functionWords())
                .bind("id", recording)
                .execute());
  }

  /**
   * Sets the person's note about a session.
   *
   * @param text empty to remove it
   * @throws IOException with one sentence if it cannot be saved
   */
  public void note(long recording, String text) throws IOException {
    change(
        "The note could not be saved",
        h -> h.execute("UPDATE recording SET note = ? WHERE id = ?", text, recording));
  }

  /**
   * Deletes a recording. It is gone from every list at once, and from the disk with the first
   * {@link #forget} after that.
   *
   * @throws IOException with one sentence if it cannot be deleted
   */
  public void delete(long recording, Instant now) throws IOException {
    change(
        "The recording could not be deleted",
        h ->
            h.execute(
                "UPDATE recording SET deleted_at = ? WHERE id = ?", now.toString(), recording));
  }

  /**
   * Takes back a deletion.
   *
   * @return whether there was one
   * @throws IOException with one sentence if it cannot be done
   */
  public boolean restore(long recording) throws IOException {
    int[] count = new int[1];
    change(
        "The recording could not be brought back",
        h ->
            count[0] =
                h.execute(
                    "UPDATE recording SET deleted_at = NULL WHERE id = ? AND deleted_at NOTNULL",
                    recording));
    return count[0] > 0;
  }

  /**
   * Removes for good what was deleted before a time, and overwrites it in the file.
   *
   * @return the numbers of the recordings that are gone
   * @throws IOException with one sentence if it cannot be done
   */
  public List<Long> forget(Instant before) throws IOException {
    List<Long> gone =
        store.read(
            h ->
                h.createQuery("SELECT id FROM recording WHERE deleted_at < ?")
                    .bind(0, before.toString())
                    .mapTo(Long.class)
                    .list());
    if (!gone.isEmpty()) {
      change("Deleted recordings could not be removed", h -> forget(h, gone));
    }
    return gone;
  }

  private static void forget(Handle handle, List<Long> gone) {
    for (long id : gone) {
      for (String table : EventTables.names()) {
        handle.execute("DELETE FROM " + table + " WHERE recording = ?", id);
      }
      handle.execute("DELETE FROM raw WHERE recording = ?", id);
      handle.execute("DELETE FROM recording WHERE id = ?", id);
    }
  }

  private void change(String failed, HandleConsumer<RuntimeException> change) throws IOException {
    try {
      store.jdbi().useTransaction(change);
    } catch (JdbiException e) {
      throw new IOException(failed + " (" + Store.reason(e) + ").", e);
    }
  }
}
