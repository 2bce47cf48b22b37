package org.stillpoint.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads the columns of a row one after the other; SQL's null becomes an absent number. */
final class ColumnReader {
  private final ResultSet result;
  private int column;

  /** A reader whose next column is {@code firstColumn}, counted from 1. */
  ColumnReader(ResultSet result, int firstColumn) {
    this.result = result;
    this.column = firstColumn - 1;
  }

  long integer() throws SQLException {
    return result.getLong(++column);
  }

  boolean flag() throws SQLException {
    return integer() != 0;
  }

  double real() throws SQLException {
    return result.getDouble(++column);
  }

  OptionalDouble maybeReal() throws SQLException {
    double value = real();
    return result.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  OptionalInt maybeInteger() throws SQLException {
    long value = integer();
    return result.wasNull() ? OptionalInt.empty() : OptionalInt.of((int) value);
  }

  String text() throws SQLException {
    return String.valueOf(result.getString(++column));
  }

  @Nullable String maybeText() throws SQLException {
    return result.getString(++column);
  }

  /** Turns an absent number into SQL's null. */
  static @Nullable Object orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  /** Turns an absent number into SQL's null. */
  static @Nullable Object orNull(OptionalInt value) {
    return value.isPresent() ? value.getAsInt() : null;
  }
}
