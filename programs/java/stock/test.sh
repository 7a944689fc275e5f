#!/bin/sh
# Runs the tests that build.sh compiled.
set -eu
cd "$(dirname "$0")"
exec "$(sh jdk.sh)/bin/java" -ea -cp out/app:out/test stock.Tests
