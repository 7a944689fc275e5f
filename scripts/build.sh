#!/bin/sh
# build.sh HOME JDK: builds what the launcher runs, beside and not in the way of other builds.
#
# cli/target/hone/current names the finished build, a directory of archives next to it. A build
# appears under its name when it is whole, so a hone that starts meanwhile uses the one before.
set -u
home=$1
jdk=$2
built=$home/cli/target/hone
lock=$built/lock
log=$built/build.log

. "$home/scripts/find.sh"
hint=$(maven_hint)
if [ -n "$hint" ]; then
  echo "$hint" >&2
  exit 1
fi
mkdir -p "$built" || exit 1

# One builds, the others wait for it. A lock whose owner is gone is taken over.
take_lock() {
  said=
  until mkdir "$lock" 2> /dev/null; do
    owner=
    [ -r "$lock/owner" ] && read -r owner < "$lock/owner"
    if [ -z "$owner" ]; then
      # Between mkdir and the name of the owner, or a machine that stopped just there.
      sleep 1
      [ -d "$lock" ] && [ ! -s "$lock/owner" ] && steal_lock
    elif ! kill -0 "$owner" 2> /dev/null && [ ! -d "/proc/$owner" ]; then
      steal_lock
    else
      [ -n "$said" ] || echo 'hone: another build is under way, waiting for it' >&2
      said=yes
      sleep 1
    fi
  done
  echo $$ > "$lock/owner"
}

# Only one of those who find a dead lock moves it away; who moved a living one gives it back.
steal_lock() {
  mv "$lock" "$lock.dead.$$" 2> /dev/null || return
  thief=
  [ -r "$lock.dead.$$/owner" ] && read -r thief < "$lock.dead.$$/owner"
  if [ -n "$thief" ] && [ "$thief" != "$owner" ]; then
    mv "$lock.dead.$$" "$lock"
  else
    rm -rf "$lock.dead.$$"
  fi
}

before=$(cat "$built/current" 2> /dev/null)
take_lock
stage=$built/stage.$$
trap 'rm -rf "$stage" "$lock"' EXIT
trap 'exit 1' HUP INT TERM
after=$(cat "$built/current" 2> /dev/null)
[ "$before" = "$after" ] || exit 0

if [ -n "$after" ]; then
  echo 'hone: a source has changed, building' >&2
else
  echo 'hone: building, which takes a minute or two the first time' >&2
fi
rm -rf "$built"/stage.*
mkdir "$stage" || exit 1
touch "$stage/started"
if ! JAVA_HOME=$jdk MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow" \
  mvn -B -ntp -f "$home/pom.xml" -pl cli -am -Dunjudged -Dbuild.suffix=/launcher \
  -Dmaven.test.skip=true prepare-package jar:jar dependency:copy-dependencies \
  -DincludeScope=runtime "-DoutputDirectory=$stage/lib" > "$log" 2>&1 < /dev/null; then
  grep -v '^\[INFO\] *$' "$log" | tail -n 20 >&2
  echo "hone: the build failed; the whole of Maven's log is in $log" >&2
  exit 1
fi
for jar in "$home"/cli/target/launcher/hone-cli-*.jar; do
  version=${jar##*/hone-cli-}
  version=${version%.jar}
  cp "$jar" "$stage/lib/" || exit 1
done

build=$(date -u +%Y%m%dT%H%M%S)-$$
mv "$stage/lib" "$built/$build" || exit 1
echo "$build $version" > "$stage/current"
# What is changed while the build runs is newer than its start, and so than the build.
touch -r "$stage/started" "$stage/current"
mv -f "$stage/current" "$built/current" || exit 1

# The build before stays: a long-running hone may still load classes from it.
for old in "$built"/*T*-*; do
  case ${old##*/} in
    "$build" | "${after%% *}") ;;
    *)
      rm -rf "$old"
      find_cache && rm -f "$cache"/*-"${old##*/}".*
      ;;
  esac
done
