/* Records what really happened, for tests to compare with, in lines "SECONDS KIND VALUES". */
#pragma once

/* Opens the file; without a file, everything written is discarded. */
void truth_open(const char *path);

/* Writes a line; seconds are simulated time since power-on. */
__attribute__((format(printf, 2, 3))) void truth_write(double seconds, const char *format, ...);

void truth_close(void);

/* Writes a sentence to stderr and exits with status 1. */
__attribute__((format(printf, 1, 2), noreturn)) void fail(const char *format, ...);
