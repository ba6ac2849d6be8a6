"""The commands of the evaluation. Exit codes: 0 ok, 1 gate failed, 2 usage or lint, 3 replay miss, 4 budget reached."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from evals import agree, gold, lint, locate, mix
from evals.metric import Counts
from extractor import ExtractorError

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None, no_args_is_help=True)


@app.command("lint")
def run_lint() -> None:
    """Check the gold: types, quotes and offsets, names in the text, dates, pointers, leaks between splits and prompts."""
    golds = gold.load_all("dev", "test", "second")
    problems = lint.check(golds)
    for problem in problems:
        sys.stderr.write(f"{problem}\n")
    if problems:
        raise typer.Exit(2)
    quotes = sum(1 for one in golds for _ in gold.quotes(one.label.record.model_dump()))
    sys.stdout.write(f"{len(golds)} gold files hold: {quotes} quotes stand where they say\n")


@app.command("mix")
def run_mix() -> None:
    """Count what the gold is made of, beside what it should be made of."""
    rows = mix.count(gold.load_all("dev", "test"))
    table = Table("", "", "dev", "test", "all", "wanted", header_style="bold")
    for row in rows:
        wanted = str(row.need or "")
        table.add_row(
            row.group,
            row.name,
            str(row.dev),
            str(row.test),
            str(row.dev + row.test),
            wanted,
            style=None if row.enough else "red",
        )
    Console(width=None if sys.stdout.isatty() else 80).print(table)
    if not all(row.enough for row in rows):
        raise typer.Exit(1)


@app.command("locate")
def run_locate(
    files: Annotated[list[Path], typer.Argument(help="Gold files whose quotes have no offsets yet.")],
) -> None:
    """Fill in offsets and SHA-256 of gold files, so that a labeller copies words and counts nothing."""
    lost = [line for path in files for line in locate.locate(path)]
    for line in lost:
        sys.stderr.write(f"{line}\n")
    if lost:
        raise typer.Exit(2)


@app.command("agree")
def run_agree() -> None:
    """Score the second annotator against the first: the human ceiling, and where readers differ."""
    rows = agree.agree(gold.load_all("dev", "test"), gold.load_all("second"))
    table = Table("document", "F1", "F1 without aliases", "differences", header_style="bold")
    for row in rows:
        states = row.strict.states()
        table.add_row(
            row.doc_id, _share(row.counts.f1), _share(row.strict.f1), str(sum(states.values()) - states["COR"])
        )
    whole = [sum((getattr(row, name) for row in rows), Counts()) for name in ("counts", "strict")]
    table.add_row(f"all {len(rows)}", *(_share(counts.f1) for counts in whole), style="bold")
    console = Console(width=None if sys.stdout.isatty() else 100)
    console.print(table)
    console.print(
        "differences by field:",
        ", ".join(f"{name} {n}" for name, n in agree.disagreements(rows).most_common()) or "none",
    )


def _share(value: float | None) -> str:
    return "n/a" if value is None else f"{value:.3f}"


def main() -> None:
    """Run a command; what is wrong is one line."""
    try:
        app(prog_name="python -m evals")
    except ExtractorError as error:
        sys.stderr.write(f"evals: {error}\n")
        sys.exit(error.exit_code)
