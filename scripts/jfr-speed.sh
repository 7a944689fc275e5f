#!/bin/sh
# How long hone takes on a large flight recording, beside async-profiler's converter on the same.
#   scripts/jfr-speed.sh [RECORDING]
# Without a recording it makes one of at least 363 MB: a program that allocates for 20 seconds,
# recorded by the JDK, the recording over and over. Prints seconds of wall clock and
# of processor time, five runs in turn. Needs a JDK 25, and Maven for the converter.
set -eu
cd "$(dirname "$0")/.."
top=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

recording=${1:-$work/large.jfr}
if [ $# -eq 0 ]; then
  java -Xmx512m -XX:TLABSize=2k -XX:MinTLABSize=2k -XX:-ResizeTLAB \
    "-XX:StartFlightRecording=filename=$work/one.jfr,settings=$top/scripts/recording/allocations.jfc" \
    scripts/recording/Allocations.java 20 > "$work/log"
  once=$(wc -c < "$work/one.jfr")
  for _ in $(seq $(((363000000 + once - 1) / once))); do cat "$work/one.jfr"; done > "$recording"
fi
mvn -q -B org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
  -Dartifact=tools.profiler:jfr-converter:4.5 "-DoutputDirectory=$work"
converter=$work/jfr-converter-4.5.jar
./hone --version > "$work/log"

timed() { # NAME COMMAND…
  name=$1
  shift
  TIMEFORMAT='%R %U' bash -c 'time "$@" > "$0" 2>&1' "$work/log" "$@" 2> "$work/time"
  printf '%-28s %s\n' "$name" "$(cat "$work/time")"
}

ls -l "$recording" | awk '{ printf "%.0f MB\n%-28s %s\n", $5 / 1e6, "", "wall user" }'
for _ in 1 2 3 4 5; do
  timed 'hone top' ./hone top "$recording"
  timed 'jfrconv' java -jar "$converter" -o collapsed "$recording" "$work/out"
  timed 'hone top --type alloc_space' ./hone top --type alloc_space "$recording"
  timed 'jfrconv --alloc --total' \
    java -jar "$converter" --alloc --total -o collapsed "$recording" "$work/out"
done
