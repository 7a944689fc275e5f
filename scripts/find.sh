# shellcheck shell=sh
# Finds what hone needs on this machine, and says what is missing. Read by hone, check and scripts.
# find_jdk runs at every start of hone, so it reads files and starts no process if it can.

hone_jdk_needed=25
hone_jdk_places="/usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk*
  ${HOME:-/nonexistent}/.sdkman/candidates/java/* ${HOME:-/nonexistent}/.jdks/*
  /Library/Java/JavaVirtualMachines/*/Contents/Home
  /opt/homebrew/opt/openjdk/libexec/openjdk.jdk/Contents/Home
  /usr/local/opt/openjdk/libexec/openjdk.jdk/Contents/Home"

# jdk_at DIR: is there a JDK of that release or a later one?
jdk_at() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  jdk_release=
  jdk_build=
  while IFS='=' read -r key value; do
    value=${value#\"}
    value=${value%\"}
    case $key in
      JAVA_VERSION) jdk_release=${value%%[!0-9]*} ;;
      JAVA_RUNTIME_VERSION | IMPLEMENTOR_VERSION) jdk_build=${jdk_build:+$jdk_build-}$value ;;
    esac
    [ -n "$jdk_release" ] && [ -n "$jdk_build" ] && break
  done < "$1/release"
  [ -n "$jdk_release" ] && [ "$jdk_release" -ge "$hone_jdk_needed" ] || return 1
  jdk=$1
}

# jdk_of PROGRAM: the JDK that a program called java belongs to, through symbolic links.
jdk_of() {
  program=$1
  while [ -L "$program" ]; do
    link=$(readlink "$program")
    case $link in
      /*) program=$link ;;
      *) program=${program%/*}/$link ;;
    esac
  done
  case $program in
    */bin/java) jdk_at "${program%/bin/java}" ;;
    *) return 1 ;;
  esac
}

# Sets $jdk, a directory, and $jdk_build, which names that very build of it.
find_jdk() {
  [ -n "${JAVA_HOME:-}" ] && jdk_at "$JAVA_HOME" && return 0
  for candidate in ${HONE_JDKS-$hone_jdk_places}; do
    jdk_at "$candidate" && return 0
  done
  program=$(command -v java) && jdk_of "$program"
}

# Sets $cache, the directory of start-up caches; there may be none.
# shellcheck disable=SC2034 # read by those who read this file
find_cache() {
  if [ -n "${XDG_CACHE_HOME:-}" ]; then
    cache=$XDG_CACHE_HOME/hone
  elif [ -n "${HOME:-}" ]; then
    cache=$HOME/.cache/hone
  else
    return 1
  fi
}

# The one line for a machine without a JDK.
jdk_hint() {
  case $(uname -s) in
    Darwin) how='brew install openjdk' ;;
    *)
      if command -v apt-get > /dev/null; then
        how="apt-get install openjdk-$hone_jdk_needed-jdk, or unpack one from adoptium.net"
      elif command -v dnf > /dev/null; then
        how="dnf install java-$hone_jdk_needed-openjdk-devel"
      elif command -v apk > /dev/null; then
        how="apk add openjdk$hone_jdk_needed"
      else
        how='unpack one from adoptium.net'
      fi
      ;;
  esac
  echo "hone needs JDK $hone_jdk_needed or later: $how; then set JAVA_HOME if it is in an unusual place"
}

# The one line for a machine without Maven, or with one that is too old; nothing when all is well.
maven_hint() {
  if ! command -v mvn > /dev/null; then
    echo 'hone needs Maven 3.8.7 or later to build: apt-get install maven, brew install maven, or unpack one from maven.apache.org'
    return
  fi
  maven_version=$(JAVA_HOME=$jdk mvn -version 2> /dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p')
  printf '%s\n' "3.8.7 ${maven_version:-0}" | awk '{
    split($1, need, "."); split($2, have, ".")
    for (i = 1; i <= 3; i++) {
      if (have[i] + 0 > need[i] + 0) exit
      if (have[i] + 0 < need[i] + 0) {
        print "hone needs Maven 3.8.7 or later to build, and the one on the PATH is " $2
        exit
      }
    }
  }'
}
