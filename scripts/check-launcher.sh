#!/bin/sh
# check-launcher.sh RESULTS: what the launcher owes, tried on the launcher itself.
set -u
unset CDPATH
results=$1
home=$(cd -P -- "$(dirname -- "$0")/.." && pwd -P) || exit 1
hone=$home/hone
scratch=$(mktemp -d) || exit 1
scratch=$(cd -P -- "$scratch" && pwd -P)
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM
cache=$scratch/cache
version="hone $(sed -n 's|^  <version>\(.*\)</version>|\1|p' "$home/pom.xml" | head -n 1)"

verdict() {
  if [ "$2" = "$3" ]; then
    echo "passed launcher: $1" >> "$results"
  else
    echo "failed launcher: $1" >> "$results"
    printf 'check: launcher: %s\n  expected: %s\n  found:    %s\n' "$1" "$2" "$3" >&2
  fi
}

# said COMMAND…: exit code, standard output and standard error of a command, in one text.
said() {
  "$@" > "$scratch/out" 2> "$scratch/err" < /dev/null
  echo "$?|$(cat "$scratch/out")|$(cat "$scratch/err")"
}

good="0|$version|"

# with SETTING… : the launcher with a cache directory of this test's own.
with() {
  said env "XDG_CACHE_HOME=$cache" "$@"
}

verdict 'prints the version of the project' "$good" "$(with "$hone" --version)"

mkdir -p "$scratch/bin/deep"
ln -s "$hone" "$scratch/bin/first"
ln -s ../first "$scratch/bin/deep/hone"
cd "$scratch" || exit 1
verdict 'is found through relative and absolute links on the PATH, from anywhere' \
  "$good" "$(with "PATH=$scratch/bin/deep:$PATH" hone --version)"
cd "$home" || exit 1
verdict 'is started by a relative name' "$good" "$(with ./hone --version)"

verdict 'passes words with spaces on' '2' "$(with "$hone" 'two words' | sed 's/|.*//;q')"
verdict 'names the word it does not know' \
  "hone: unmatched argument at index 0: 'two words'" "$(with "$hone" 'two words' | sed -n '1s/^2||//p')"

# A name outside ASCII, in the locale of most containers.
printf 'main;work 3\n' > "$scratch/プロファイル.txt"
verdict 'opens files of any name without a locale' '0' \
  "$(said env -u LANG -u LC_CTYPE LC_ALL=C "XDG_CACHE_HOME=$cache" "$hone" top "$scratch/プロファイル.txt" | sed 's/|.*//;q')"
verdict 'opens files of any name without a setting for one' '0' \
  "$(said env -u LANG -u LC_CTYPE -u LC_ALL "XDG_CACHE_HOME=$cache" "$hone" top "$scratch/プロファイル.txt" | sed 's/|.*//;q')"

verdict 'needs no home' "$good" "$(said env -u HOME -u XDG_CACHE_HOME "$hone" --version)"
verdict 'needs no cache that may be written' "$good" "$(said env XDG_CACHE_HOME=/proc/self "$hone" --version)"
verdict 'passes over an older JDK' "$good" "$(with "JAVA_HOME=$scratch" "$hone" --version)"

# compilers NAME SIZE: up to which level the virtual machine compiles beside a file of that size.
compilers() {
  dd if=/dev/null "of=$scratch/$1" bs=1024 "seek=$(($2 * 1024))" 2> /dev/null
  with HONE_JAVA_OPTS=-XX:+PrintFlagsFinal "$hone" --version "$scratch/$1" \
    | sed -n 's/.* TieredStopAtLevel *= *\([0-9]\).*/\1/p'
}
verdict 'starts fast for a small packed file' 1 "$(compilers small.gz 15)"
verdict 'compiles well for a large packed file' 4 "$(compilers large.gz 17)"
verdict 'starts fast for a small file' 1 "$(compilers small.json 63)"
verdict 'compiles well for a large file' 4 "$(compilers large.json 65)"

aot=$(ls "$cache"/hone/*.aot)
verdict 'writes one cache' 1 "$(ls "$cache"/hone | wc -l | tr -d ' ')"
verdict 'starts from the cache' 1 \
  "$(with HONE_JAVA_OPTS=-Xlog:class+load "$hone" --version | grep -c 'picocli.CommandLine source: shared objects file')"
cp "$aot" "$scratch/sound"
size=$(wc -c < "$aot")

# Damage of every kind, each to a sound copy. The name keeps the checksum of the sound one, and the
# mark keeps the launcher from making a new one each time.
mark=${aot%.*.aot}.failed
: > "$mark"
damage() {
  verdict "runs with a cache that is $1" "$good" "$(with "$hone" --version)"
  cp "$scratch/sound" "$aot"
}
: > "$aot"
damage 'empty'
for share in 1 50 99; do
  head -c $((size * share / 100)) "$scratch/sound" > "$aot"
  damage "cut at $share %"
done
head -c "$size" /dev/zero > "$aot"
damage 'zeroed'
for offset in 0 8 64 256 1024 4096 $((size / 2)) $((size - 300000)) $((size - 8)); do
  printf '\377\132\377\001\200\377\003\377' | dd of="$aot" bs=1 seek="$offset" conv=notrunc 2> /dev/null
  damage "wrong from byte $offset"
done
rm -f "$aot"
damage 'gone'
rm -f "$aot" "$mark"
mkdir "$aot"
verdict 'runs with a directory where the cache should be' "$good" "$(with "$hone" --version)"
rmdir "$aot"
verdict 'makes the cache again when it is gone' "$good 1" \
  "$(with "$hone" --version) $(find "$cache/hone" -name '*.aot' -size +1000k | wc -l | tr -d ' ')"

# From here on in a copy of the sources, which is built, broken and repaired.
copy=$scratch/copy
mkdir "$copy"
(cd "$home" && git ls-files -z --cached --others --exclude-standard -- hone scripts pom.xml LICENSE \
  checks picocli core syntax store engine cli jmh | tar --null -T - -cf - 2> /dev/null) | tar -xf - -C "$copy"

mkdir "$scratch/tools"
for tool in sh cat find sed awk uname readlink env rm mkdir; do
  ln -s "$(command -v $tool)" "$scratch/tools/$tool"
done
verdict 'says what to install where there is no JDK' \
  "4||hone needs JDK 25 or later" \
  "$(with HONE_JDKS= JAVA_HOME= "PATH=$scratch/tools" "$copy/hone" --version | sed 's/:.*//;q')"

verdict 'says what to install where there is no Maven' \
  "4||hone needs Maven 3.8.7 or later to build" \
  "$(with "PATH=$scratch/tools" "$copy/hone" --version | sed 's/:.*//;q')"

# Two people's first start at once, and the lock of a build that died.
mkdir -p "$copy/cli/target/hone/lock"
(exit 0) &
dead=$!
wait "$dead"
echo "$dead" > "$copy/cli/target/hone/lock/owner"
XDG_CACHE_HOME=$cache "$copy/hone" --version > "$scratch/one" 2> "$scratch/one.err" < /dev/null &
one=$!
XDG_CACHE_HOME=$cache "$copy/hone" --version > "$scratch/two" 2> "$scratch/two.err" < /dev/null
two_code=$?
wait "$one"
one_code=$?
verdict 'builds once for two first starts at once' \
  "0 $version, 0 $version, 1 build" \
  "$one_code $(cat "$scratch/one"), $two_code $(cat "$scratch/two"), $(cat "$scratch/one.err" "$scratch/two.err" | grep -c 'hone: building') build"
verdict 'does not build again' "$good" "$(with "$copy/hone" --version)"

main=$copy/cli/src/main/java/hone/cli/Main.java
cp "$main" "$scratch/Main.java"
echo 'this is no Java' >> "$main"
with "$copy/hone" --version > "$scratch/failed"
verdict 'names the log of a build that failed' 1 "$(grep -c "log is in $copy/cli/target/hone/build.log" "$scratch/failed")"
verdict 'shows where a build failed' 1 "$(grep -c -m 1 'Main.java' "$scratch/failed")"
verdict 'gives up when the build failed' '4|' "$(sed 's/|.*/|/;q' "$scratch/failed")"

cp "$scratch/Main.java" "$main"
rm "$copy/cli/src/main/java/hone/cli/CompletionCommand.java"
sed '/CompletionCommand/d' "$copy/cli/src/main/java/hone/cli/Commands.java" > "$scratch/Commands.java"
cp "$scratch/Commands.java" "$copy/cli/src/main/java/hone/cli/Commands.java"
verdict 'builds again when a source has changed' \
  "0|$version|hone: a source has changed, building" "$(with "$copy/hone" --version)"
