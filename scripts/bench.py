"""Benchmarks of whole processes, as a user starts them. Times are wall-clock seconds, memory is the peak of the process."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
ARTICLES = ["samples/tbilisi_plan.txt", "samples/escuela.html", "samples/stadium.txt", "samples/marineuebung.txt"]
REPLAY = ["--cache", "replay", "--cache-dir", str(ROOT / "tests/recordings/samples.jsonl")]
RUNS = 7


def extractor(*arguments: str, cache: Path | None = None) -> tuple[float, int, str]:
    """Wall seconds, peak memory in MB and stdout of one process."""
    environment = os.environ | ({"EXTRACTOR_CACHE_DIR": str(cache)} if cache else {})
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "extractor", *arguments], cwd=ROOT, env=environment, stdout=subprocess.PIPE
    )
    out = process.stdout.read().decode() if process.stdout else ""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"bench: extractor {' '.join(arguments)} ended with {process.returncode}")
    return time.perf_counter() - started, usage.ru_maxrss // (1024 if sys.platform != "darwin" else 1 << 20), out


def median(*arguments: str) -> tuple[float, int]:
    """Median seconds and memory of several runs, after one that warms the disk."""
    extractor(*arguments)
    runs = [extractor(*arguments) for _ in range(RUNS)]
    return statistics.median(run[0] for run in runs), max(run[1] for run in runs)


def embedded() -> list[tuple[str, str]]:
    """The embedded model: the first record of a fresh process, and the documents after it."""
    with tempfile.TemporaryDirectory() as folder:
        cold, _, _ = extractor(ARTICLES[0], cache=Path(folder) / "cold")
        total, memory, out = extractor(*ARTICLES, "--format", "jsonl", cache=Path(folder) / "warm")
    runs = [json.loads(line)["run"] for line in out.splitlines()]
    seconds = [run["seconds"] for run in runs[1:]]
    sent = [run["usage"]["prompt_tokens"] for run in runs]
    written = [run["usage"]["completion_tokens"] for run in runs]
    speed = sum(written) / total
    return [
        ("embedded model, cold start to first record", f"{cold:.1f} s"),
        ("embedded model, each document after the first (median)", f"{statistics.median(seconds):.1f} s"),
        ("tokens in / out a document (median)", f"{statistics.median(sent):.0f} / {statistics.median(written):.0f}"),
        ("tokens written a second, reading included", f"{speed:.1f}"),
        ("peak memory with the embedded model", f"{memory} MB"),
    ]


def main() -> None:
    """Print the table, with the machine's size in its head."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    help_seconds, _ = median("--help")
    cached_seconds, cached_memory = median(ARTICLES[0], *REPLAY)
    rows = [
        ("`--help`", f"{help_seconds:.2f} s"),
        ("a cached document, whole process", f"{cached_seconds:.2f} s, {cached_memory} MB"),
        *([] if "--quick" in sys.argv else embedded()),
    ]
    print(f"| measured on {os.cpu_count()} cores, {memory:.0f} GiB, Python {sys.version.split()[0]} | |\n|---|---|")
    for name, value in rows:
        print(f"| {name} | {value} |")


if __name__ == "__main__":
    main()
