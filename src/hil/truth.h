/* What really happened, for tests to compare with: one line each, "SECONDS KIND VALUES". */
#pragma once

/* Opens the file; without one all that is written is dropped. */
void truth_open(const char *path);

/* Writes a line; seconds are simulated time since power came. */
__attribute__((format(printf, 2, 3))) void truth_write(double seconds, const char *format, ...);

void truth_close(void);

/* Says a sentence on stderr and ends the program. */
__attribute__((format(printf, 1, 2), noreturn)) void fail(const char *format, ...);
