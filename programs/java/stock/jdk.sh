#!/bin/sh
# Prints the home of the JDK to use: a JDK 17 if there is one (JAVA17_HOME or where Linux keeps them), else JAVA_HOME, else that of the PATH.
set -eu
for home in "${JAVA17_HOME:-}" /usr/lib/jvm/*17* "${JAVA_HOME:-}"; do
    if [ -n "$home" ] && [ -x "$home/bin/javac" ]; then
        echo "$home"
        exit
    fi
done
javac=$(command -v javac) || {
    echo "no JDK found: set JAVA17_HOME or JAVA_HOME" >&2
    exit 1
}
dirname "$(dirname "$(readlink -f "$javac")")"
