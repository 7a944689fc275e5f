#!/bin/sh
# Runs all benchmarks once, in one fresh JVM; the figures go to target/benchmark.json.
# Needs what `mvn package` leaves in target. Arguments are passed to JMH.
set -eu
cd "$(dirname "$0")"
# JMH keeps a lock file in the temporary directory: its own one lets several checkouts run at once.
mkdir -p target/tmp
# Compilation in the foreground keeps the compiler's threads from competing with what is measured.
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Djava.io.tmpdir=target/tmp \
    -Xms256m -Xmx256m -Xmn8m -XX:+UseSerialGC -Xbatch \
    -cp 'target/test-classes:target/classes:target/benchmark-libraries/*' \
    org.openjdk.jmh.Main -rf json -rff target/benchmark.json "$@"
