"""Measures prongsai beside other generators, and writes what came of it into README.md. Called by tests/bench/run.

Standard library only, Linux. The peers' own benchmark builds full sites by each tool in turn; here are besides it second
builds and the curve of time and memory. Ratios are of one run: times of different days are not to be compared.
"""
import argparse
import datetime
import os
import re
import shlex
import shutil
import statistics
import subprocess
import sys

EXTRAS = "search,data,feed,reports,pictures"
NAMES = {"prongsai": "prongsai, the same pages", "floor-proto": "bare pipeline, no checks",
         "floor-io": "reading and writing alone"}
SIZES = [100, 1000, 10000]
LARGE = 100000
HEAD = re.compile(r"^N = (\d+):")
MARKS = ("<!-- benchmark -->", "<!-- /benchmark -->")


def main():
    parser = argparse.ArgumentParser(usage="tests/bench/run PEERS [--curve] [N …]")
    for name in ("root", "peers", "prongsai"):
        parser.add_argument(f"--{name}", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--curve", action="store_true", help=f"add {LARGE} records to the curve")
    parser.add_argument("n", type=int, nargs="*", help="numbers of records")
    args = parser.parse_args()
    args.n = args.n or SIZES
    args.work = os.environ.get("WORK", "/tmp/prongsai-bench")
    args.runs = int(os.environ.get("RUNS", "5"))
    # Where the peers' benchmark writes, so that both write to the same place: to memory, where there is such a folder,
    # since how fast a disk is that day would be most of a difference.
    memory = "/dev/shm/prongsai-bench" if os.path.isdir("/dev/shm") else f"{args.work}/out"
    args.fresh = os.environ.get("FRESH", memory)
    sys.path.insert(0, args.peers)
    import compare  # the peers' own clock and records

    theme = f"{args.root}/tests/bench/theme"
    forms = {"lean": f"{{bin}} build {{src}} --out {{out}} --theme {theme} --without {EXTRAS}",
             "full": "{bin} build {src} --out {out}"}
    lean = peers(args, "lean", forms["lean"], [])
    full = peers(args, "full", forms["full"], ["--only", "prongsai,hugo"])
    again = {n: second_builds(args, compare, forms["full"], n) for n in args.n}
    curves = {name: curve(args, compare, name, form) for name, form in forms.items()}
    largest = max(n for n in args.n if n in lean)
    text = told(args, compare, largest, lean[largest], full.get(largest, {}), again[largest], curves)
    write(f"{args.root}/README.md", text)
    print(f"\n{text}")


def peers(args, name, form, more):
    """Runs the peers' benchmark: {records: {tool: (wall in seconds, peak in MiB, files, MB)}}."""
    print(f"\n== beside others: {form} ==", flush=True)
    env = {**os.environ, "PRONGSAI_CMD": form, "WORK": f"{args.work}/{name}", "FRESH": args.fresh}
    command = [f"{args.peers}/run.sh", args.prongsai, *map(str, args.n), *more]
    sizes, rows = {}, None
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, text=True) as run:
        for line in run.stdout:
            print(line, end="", flush=True)
            head, cells = HEAD.match(line), line.split()
            if head:
                rows = sizes.setdefault(int(head[1]), {})
            elif rows is not None and len(cells) == 11 and cells[1][0].isdigit():
                rows[cells[0]] = (float(cells[2]), float(cells[5]), int(cells[9]), float(cells[10]))
    if run.returncode:
        sys.exit(f"{command[0]} ended with {run.returncode}")
    return sizes


def command(args, form, src, out):
    return [word.format(bin=args.prongsai, src=src, out=out) for word in shlex.split(form)]


def second_builds(args, compare, form, n):
    """How long builds into a published folder take, of the first, and how many files each wrote."""
    src, out = f"{args.work}/again", f"{args.fresh}/again"
    shutil.rmtree(src, ignore_errors=True)
    shutil.copytree(compare.corpus(f"{args.work}/full", "prongsai", n), src)
    record = next(f"{folder}/{min(files)}" for folder, _, files in os.walk(src) if folder.endswith("/measures"))
    rounds = {"nothing changed": [], "one record changed": []}
    for turn in range(args.runs):
        shutil.rmtree(out, ignore_errors=True)
        first = clock(args, compare, form, src, out)
        for name in rounds:
            if name == "one record changed":
                with open(record, "a", encoding="utf-8") as file:
                    file.write(f"\nปรับปรุงครั้งที่ {turn + 1}\n")
            before = stamps(out)
            wall = clock(args, compare, form, src, out)
            after = stamps(out)
            rounds[name].append((wall / first, sum(before.get(path) != stamp for path, stamp in after.items())))
    shutil.rmtree(src)
    shutil.rmtree(out)
    print(f"\n== second build, N = {n}, every extra: of the first; files written ==")
    result = {name: tuple(map(statistics.median, zip(*told))) for name, told in rounds.items()}
    for name, (ratio, files) in result.items():
        print(f"{name:<20} {ratio:>6.2f} {files:>8.0f}", flush=True)
    return result


def clock(args, compare, form, src, out):
    os.sync()
    return compare.timed(command(args, form, src, out), None)["wall"]


def stamps(out):
    """When each published file was last written; the program's own list of them is none."""
    found = {}
    for folder, _, files in os.walk(out):
        for name in files:
            if name != ".prongsai":
                path = os.path.join(folder, name)
                found[path] = os.stat(path).st_mtime_ns
    return found


def curve(args, compare, name, form):
    """[(records, wall in seconds, peak in MiB)] of one build each, of new folders."""
    print(f"\n== curve, {name}: wall s, µs a record, peak MiB, KiB a record ==", flush=True)
    points = []
    for n in sorted({*args.n, *([LARGE] if args.curve else [])}):
        src, out = compare.corpus(f"{args.work}/{name}", "prongsai", n), f"{args.fresh}/curve"
        shutil.rmtree(out, ignore_errors=True)
        os.sync()
        took = compare.timed(command(args, form, src, out), None)
        shutil.rmtree(out)
        points.append((n, took["wall"], took["peak"]))
        print(f"{n:>7} {took['wall']:>8.3f} {took['wall'] / n * 1e6:>8.0f} {took['peak']:>8.1f} "
              f"{took['peak'] / n * 1024:>8.1f}", flush=True)
    return points


def told(args, compare, n, lean, full, again, curves):
    """The small table, in Markdown, with what it was measured on."""
    rows = {NAMES.get(tool, tool.capitalize()): row for tool, row in lean.items()}
    if "prongsai" in full:
        rows["prongsai, every page and extra"] = full["prongsai"]
    # Of two runs, each row is held against the Hugo of its own.
    hugos = {name: lean.get("hugo") for name in rows} | {"prongsai, every page and extra": full.get("hugo")}
    lines = ["| " + f"{n:,} records" + " | wall, s | of Hugo's | peak, MiB |", "| --- | ---: | ---: | ---: |"]
    for name, row in sorted(rows.items(), key=lambda item: item[1][0]):
        ratio = f"{row[0] / hugos[name][0]:.2f}" if hugos[name] else "–"
        lines.append(f"| {name} | {row[0]:.2f} | {ratio} | {row[1]:.0f} |")
    second = "; ".join(f"{name} {ratio:.2f} of the first ({files:.0f} files written)"
                       for name, (ratio, files) in again.items())
    growth = [f"{size:,}: {wall / size * 1e6:.0f} µs and {peak / size * 1024:.1f} KiB" for size, wall, peak in curves["lean"]]
    lines += ["", f"A second build of the whole: {second}. Time and peak memory a record, the same pages: {'; '.join(growth)}.",
              "", f"{datetime.date.today()}, {machine()}. {'; '.join(versions(args, compare, lean))}."]
    return "\n".join(lines)


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = re.search(r"^model name\s*:\s*(.+)$", file.read(), re.M)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{model[1] if model else 'unknown processor'}, {len(os.sched_getaffinity(0))} cores, {memory:.0f} GiB"


def versions(args, compare, tools):
    """What each tool says of itself, as far as it is a version."""
    def said(*words):
        text = subprocess.run(words, capture_output=True, text=True, check=False).stdout
        found = re.search(r"\d+\.\d+\.\d+", text)
        return found[0] if found else "unknown"

    commit = subprocess.run(["git", "-C", args.root, "rev-parse", "--short=12", "HEAD"],
                            capture_output=True, text=True, check=True).stdout.strip()
    yield f"prongsai {said(args.prongsai, '--version')} ({commit})"
    for tool in ("hugo", "zola", "eleventy", "jekyll", "cobalt"):
        path = compare.find(tool.upper(), tool) if tool in tools else None
        if path:
            start = ["node", path] if path.endswith("js") else [path]
            yield f"{tool.capitalize()} {said(*start, 'version' if tool == 'hugo' else '--version')}"


def write(readme, text):
    with open(readme, encoding="utf-8") as file:
        before, _, rest = file.read().partition(MARKS[0])
    _, end, after = rest.partition(MARKS[1])
    if not end:
        sys.exit(f"{readme}: {' … '.join(MARKS)} is not there")
    with open(readme, "w", encoding="utf-8") as file:
        file.write(f"{before}{MARKS[0]}\n{text}\n{end}{after}")


if __name__ == "__main__":
    main()
