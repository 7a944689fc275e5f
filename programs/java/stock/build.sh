#!/bin/sh
# Compiles the service, its tests and its benchmarks to out/.
set -eu
cd "$(dirname "$0")"
jdk=$(sh jdk.sh)
rm -rf out
mkdir -p out/app out/test out/bench
compile() {
    "$jdk/bin/javac" -J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC --release 17 -g -encoding UTF-8 -Xlint:all -Werror "$@"
}
compile -d out/app app/stock/*.java
compile -cp out/app -d out/test test/stock/*.java
compile -cp out/app -d out/bench bench/stock/*.java
