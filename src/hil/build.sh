#!/usr/bin/env bash
# Compiles the Arduino core, the sketch once for each front end, the host that runs it, and the part of
# the Bluetooth bridge that can be tested.
#   src/hil/build.sh FOLDER
# The sources are only read; everything that is built goes into FOLDER.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
out="${1:?folder for what is made}"

arduino="${ARDUINO_AVR:-/usr/share/arduino/hardware/arduino/avr}"
sketch="$here/../main/arduino/stillpoint/stillpoint.ino"
wire="$arduino/libraries/Wire/src"

board=(-mmcu=atmega328p -DF_CPU=16000000L -DARDUINO=10819 -DARDUINO_AVR_UNO -DARDUINO_ARCH_AVR
  -DDECIMAL_DIG=__DECIMAL_DIG__ # gcc 5.4 has only the name with underscores
  "-I$arduino/cores/arduino" "-I$arduino/variants/standard" "-I$wire")
c=(-c -Os -std=gnu11 -flto -fno-fat-lto-objects -ffunction-sections -fdata-sections)
cxx=(-c -Os -std=gnu++11 -flto -fno-fat-lto-objects -ffunction-sections -fdata-sections
  -fno-exceptions -fno-threadsafe-statics)
own=(-Wall -Wextra -Werror)

core() {
  local objects="$out/core" file
  mkdir -p "$objects"
  for file in "$arduino"/cores/arduino/*.c "$wire"/utility/*.c; do
    avr-gcc "${c[@]}" -w "${board[@]}" "$file" -o "$objects/$(basename "$file").o"
  done
  for file in "$arduino"/cores/arduino/*.cpp "$wire"/*.cpp; do
    avr-g++ "${cxx[@]}" -w "${board[@]}" "$file" -o "$objects/$(basename "$file").o"
  done
  for file in "$arduino"/cores/arduino/*.S; do
    avr-gcc -c -x assembler-with-cpp "${board[@]}" "$file" -o "$objects/$(basename "$file").o"
  done
  rm -f "$out/core.a"
  avr-gcc-ar rcs "$out/core.a" "$objects"/*.o
}

sketch() {
  local name="$1"
  shift
  avr-g++ "${cxx[@]}" "${own[@]}" "${board[@]}" "$@" \
    -include Arduino.h -x c++ "$sketch" -o "$out/$name.o"
  avr-gcc -Os -flto -fuse-linker-plugin -Wl,--gc-sections -mmcu=atmega328p \
    -o "$out/$name.elf" "$out/$name.o" "$out/core.a" -lm
  avr-size -A "$out/$name.elf" | awk -v name="$name" '
    $1 == ".text" || $1 == ".data" { flash += $2 }
    $1 == ".data" || $1 == ".bss" || $1 == ".noinit" { ram += $2 }
    END { printf "%s: %d bytes of flash, %d of RAM\n", name, flash, ram }'
}

mkdir -p "$out"
core
sketch ppg -DFRONT_END=FRONT_END_PPG
sketch ecg -DFRONT_END=FRONT_END_ECG
sketch pulse-pin -DFRONT_END=FRONT_END_PULSE_PIN
sketch max30102 -DFRONT_END=FRONT_END_MAX30102
# A port that is too slow for the samples, so that some are dropped.
sketch crowded -DFRONT_END=FRONT_END_PPG -DBAUD=9600

gcc -std=c11 -D_GNU_SOURCE -O2 -Wall -Wextra -Werror -isystem /usr/include/simavr "$here"/*.c \
  -o "$out/board" -lsimavr -lelf -lm
g++ -std=c++11 -O1 -fsanitize=undefined -fno-sanitize-recover=all -Wall -Wextra -Wconversion -Werror \
  "$here/heart_rate_lines.cpp" -o "$out/heart_rate_lines"
