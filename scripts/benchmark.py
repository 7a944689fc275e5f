"""benchmark.py HONE FOLDER RUNS STACKS: times hone and other tools on the files of LargeProfile.java.

The folders 8, 4, 2 and 1 of FOLDER hold profiles of an eighth, a quarter, half and all of STACKS.
"""

import json
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import time

hone, parts, runs, stacks = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
folder = parts / "1"
FORMATS = {
    "tree.pb.gz": "samples",
    "tree.collapsed": "samples",
    "tree.cpuprofile": "samples",
    "tree.speedscope.json": "weight",
    "tree.perf.txt": "samples",
}


def truth():
    rows = (line.split("\t") for line in (folder / "tree.tsv").read_text().splitlines())
    return sorted((name, int(flat), int(cum)) for name, flat, cum in rows)


def table(file, column):
    said = subprocess.run(
        [hone, "top", "--json", "-n", "0", "--type", column, file],
        cwd=folder, capture_output=True, text=True, check=True)
    rows = json.loads(said.stdout)["functions"]
    return sorted((row["function"], row["flat"], row["cum"]) for row in rows)


def once(words, output, where=folder):
    """Seconds of wall and processor, peak bytes."""
    with open(where / output if output else os.devnull, "wb") as out:
        start = time.monotonic()
        process = subprocess.Popen(
            words, cwd=where, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        return None
    return wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024


def fastest(words, output, where=folder):
    times = [once(words, output, where) for _ in range(runs)]
    return min(times) if all(times) else None


def version(words):
    said = subprocess.run(words, capture_output=True, text=True)
    lines = (said.stdout + said.stderr).strip().splitlines()
    return lines[0] if lines else "?"


# What is measured: hone's words, then each other tool's program, words and output.
TASKS = [
    ("top of pprof, packed", "tree.pb.gz", ["top", "tree.pb.gz"], [
        ("go", ["tool", "pprof", "-top", "tree.pb.gz"], None),
        ("pprof", ["-top", "tree.pb.gz"], None),
    ]),
    ("top of .cpuprofile", "tree.cpuprofile", ["top", "tree.cpuprofile"], [
        ("node", ["-e", "JSON.parse(require('fs').readFileSync('tree.cpuprofile', 'utf8'))"], None),
    ]),
    ("top of speedscope", "tree.speedscope.json", ["top", "tree.speedscope.json"], [
        ("node", ["-e", "JSON.parse(require('fs').readFileSync('tree.speedscope.json', 'utf8'))"],
         None),
    ]),
    ("perf text to collapsed", "tree.perf.txt",
     ["convert", "--force", "tree.perf.txt", "hone.collapsed"], [
         ("inferno-collapse-perf", ["tree.perf.txt"], "inferno.collapsed"),
         ("stackcollapse-perf.pl", ["tree.perf.txt"], "perl.collapsed"),
     ]),
    ("collapsed to flame graph", "tree.collapsed",
     ["flame", "--force", "-o", "hone.html", "tree.collapsed"], [
         ("inferno-flamegraph", ["tree.collapsed"], "inferno.svg"),
         ("flamegraph.pl", ["tree.collapsed"], "perl.svg"),
     ]),
]


def line(task, tool, times, own):
    wall, cpu, peak = times
    ratio = f"{wall / own[0]:8.1f}" if own else "       1"
    print(f"{task:<34} {tool:<22} {wall:8.2f} {cpu:8.2f} {peak / 1e6:8.0f} {ratio}", flush=True)


def compare(task, file, words, others, missing):
    size = (folder / file).stat().st_size / 1e6
    own = fastest([hone, *words], None)
    if own is None:
        sys.exit(f"hone {' '.join(words)}: failed")
    line(f"{task}, {size:.0f} MB", "hone", own, None)
    for program, rest, output in others:
        if not shutil.which(program):
            missing.append(program)
            continue
        times = fastest([program, *rest], output)
        name = {"go": "go tool pprof", "node": "node JSON.parse"}.get(program, program)
        if times is None:
            print(f"{'':<34} {name:<22} failed")
        else:
            line("", name, times, own)


def growth(task, words):
    """Processor microseconds of each stack, start taken off, for the four sizes."""
    costs = []
    for part in (8, 4, 2, 1):
        times = fastest([hone, *words], None, parts / str(part))
        if times is None:
            sys.exit(f"hone {' '.join(words)}: failed")
        costs.append((times[1] - start) / (stacks // part) * 1e6)
    print(f"{task:<34} " + " ".join(f"{cost:9.2f}" for cost in costs), flush=True)


for file, column in FORMATS.items():
    if table(file, column) != truth():
        sys.exit(f"{file}: hone's table is not the generator's")
print(f"{len(truth())} functions: hone's table is the generator's from each of {len(FORMATS)} formats")
print(f"{os.cpu_count()} processors, {platform.machine()}, load {os.getloadavg()[0]:.1f} at the start")
print(version([hone, "--version"]))
for words in (["go", "version"], ["node", "--version"]):
    if shutil.which(words[0]):
        print(words[0], version(words).removeprefix("go version "))
print(f"{'':<34} {'':<22} {'wall s':>8} {'cpu s':>8} {'peak MB':>8} {'÷ hone':>8}")
absent = []
for task, file, words, others in TASKS:
    compare(task, file, words, others, absent)
if absent:
    print("not installed here: " + ", ".join(dict.fromkeys(absent)))
start = min(once([hone, "--version"], None)[1] for _ in range(5))
print(f"\nmicroseconds of processor for each stack, without the {start:.2f} s of a start")
print(f"{'stacks':<34} " + " ".join(f"{stacks // part:9d}" for part in (8, 4, 2, 1)))
for task, _, words, _ in TASKS:
    growth(task, words)
