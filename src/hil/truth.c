#include "truth.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static FILE *file;

void truth_open(const char *path) {
  file = fopen(path, "w");
  if (file == NULL) {
    fail("cannot write %s: %s", path, strerror(errno));
  }
}

void truth_write(double seconds, const char *format, ...) {
  if (file == NULL) {
    return;
  }
  fprintf(file, "%.7f ", seconds);
  va_list arguments;
  va_start(arguments, format);
  vfprintf(file, format, arguments);
  va_end(arguments);
  fputc('\n', file);
}

void truth_close(void) {
  if (file != NULL) {
    fclose(file);
    file = NULL;
  }
}

void fail(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  vfprintf(stderr, format, arguments);
  va_end(arguments);
  fputc('\n', stderr);
  exit(1);
}
