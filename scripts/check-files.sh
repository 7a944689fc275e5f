#!/bin/sh
# check-files.sh RESULTS: rules on the files that git tracks, which no compiler looks at.
set -u
results=$1

# rule NAME: standard input is what breaks it, a line each; none is good.
rule() {
  broken=$(cat)
  if [ -z "$broken" ]; then
    echo "passed $1" >> "$results"
  else
    echo "failed $1" >> "$results"
    printf 'check: %s, but:\n%s\n' "$1" "$broken" >&2
  fi
}

tracked() {
  git ls-files --cached --others --exclude-standard -- "$@" | while IFS= read -r file; do
    [ -f "$file" ] && printf '%s\n' "$file"
  done
}

# found PATTERN [PATHSPEC…]: the files that hold it, compressed ones included.
found() {
  pattern=$1
  shift
  git grep --untracked -a -l -E -e "$pattern" -- "${@:-.}"
  tracked '*.gz' | while IFS= read -r file; do
    gzip -dc "$file" 2> /dev/null | grep -a -q -E -e "$pattern" && printf '%s\n' "$file"
  done
}

# The files that a shell of this name runs.
scripts_of() {
  git grep --untracked -l -E -e "^#!.*[/ ]$1\$" -- . ':!*.java' | while IFS= read -r file; do
    case $(head -n 1 "$file") in
      '#!'*) printf '%s\n' "$file" ;;
    esac
  done
}

# A formatter wraps a doc line that is too long into a plain comment, which cuts the doc in two.
tracked '*.java' | tr '\n' '\000' | xargs -0 awk '
    FNR == 1 { doc = 0 }
    /^[ \t]*\/\/([^\/]|$)/ && doc { print FILENAME ":" FNR ": " $0 }
    { doc = /^[ \t]*\/\/\// }' | rule 'no /// line runs on into a // line'

# The names are spelled as patterns, so that this file does not hold them.
found '(registry|repo1?|files|proxy|static|index)\.(npmjs|yarnpkg|pythonhosted|pypi|maven|golang|crates)|pypi\.(org|python)|[^a-z]crates\.io' \
  | rule 'no file names the host of a package registry'

found '(^|[^A-Za-z0-9_.~-])/(work|root|home/[a-z]+)/' \
  | rule 'no file names a path of the machine it was written on'

git grep --untracked -n -w -E -e '(TO''DO|FIX''ME|X''XX)' -- '*.java' '*.sh' '*.go' '*.py' '*.js' '*.mjs' \
  '*.md' hone check | rule 'nothing is left to do in a comment'

{
  scripts_of sh | while IFS= read -r file; do sh -n "$file" 2>&1; done
  scripts_of bash | while IFS= read -r file; do bash -n "$file" 2>&1; done
} | rule 'shell scripts can be parsed'

if command -v shellcheck > /dev/null; then
  { scripts_of sh; scripts_of bash; } | while IFS= read -r file; do
    shellcheck -S warning -e SC1090,SC1091,SC2154 "$file" 2>&1
  done | rule 'shellcheck has no warning'
else
  echo 'skipped shellcheck has no warning: shellcheck is not installed' >> "$results"
fi

for file in hone check .ci/run scripts/startup; do
  [ -x "$file" ] || printf '%s\n' "$file"
done | rule 'what people start is executable'
