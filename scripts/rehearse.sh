#!/bin/sh
# rehearse.sh JDK CLASSPATH KEY: records an AOT cache of hone's short commands as KEY.CHECKSUM.aot.
# The cache appears whole or not at all. Where it cannot be made, KEY.failed says not to try again.
set -u
jdk=$1
classpath=$2
key=$3

mkdir -p "${key%/*}" || exit 1
new=$key.$$
trap 'rm -f "$new" "$new.config" "$new.log"' EXIT
trap 'exit 1' HUP INT TERM
: > "$new" || exit 1
rm -f "$new"
if "$jdk/bin/java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \
  "-XX:AOTCacheOutput=$new" -cp "$classpath" hone.cli.Rehearsal > /dev/null 2>&1 < /dev/null \
  && [ -s "$new" ]; then
  sum=$(cksum < "$new") && mv -f "$new" "$key.${sum%% *}.aot"
else
  : > "$key.failed"
  exit 1
fi
