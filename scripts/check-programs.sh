#!/bin/sh
# check-programs.sh RESULTS: builds each sample program in a copy and runs the tests it names itself.
set -u
results=$1
scratch=$(mktemp -d) || exit 1
trap 'rm -rf "$scratch"' EXIT
trap 'exit 1' HUP INT TERM

# key NAME FILE: the value of a top-level key that stands on one line.
key() {
  sed -n "s/^$1:  *//p" "$2" | head -n 1
}

for config in programs/*/*/hone.yaml; do
  [ -f "$config" ] || continue
  program=${config%/hone.yaml}
  copy=$scratch/$program
  mkdir -p "$copy"
  git ls-files -z --cached --others --exclude-standard -- "$program" \
    | tar --null -T - -cf - 2> /dev/null | tar -xf - -C "$scratch"
  tests=$(key tests "$config")
  build=$(key build "$config")
  if [ -z "$tests" ]; then
    echo "failed the tests of $program: its hone.yaml names none" >> "$results"
    continue
  fi
  if (cd "$copy" && sh -c "${build:-:}" && sh -c "$tests") > "$scratch/log" 2>&1 < /dev/null; then
    echo "passed the tests of $program" >> "$results"
  else
    echo "failed the tests of $program" >> "$results"
    echo "check: the tests of $program failed:" >&2
    tail -n 30 "$scratch/log" >&2
  fi
done
