"""The commands of the evaluation. Exit codes: 0 ok, 1 gate failed, 2 usage or lint, 3 replay miss, 4 budget reached."""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.table import Table

from evals import (
    agree,
    baselines,
    board,
    gate,
    gold,
    lint,
    locate,
    mix,
    page,
    run,
    scored,
    show,
    standing,
    stats,
    swap,
)
from evals.errors import RunError
from evals.fitting import commands as fitted
from evals.gold import Gold
from evals.metric import Counts
from evals.scored import Scored
from extractor import ExtractorError
from extractor.progress import Bar

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None, no_args_is_help=True)

Split = Annotated[
    Literal["dev", "hard", "wide", "test"],
    typer.Option(help="dev, hard and wide to look at, test for scoreboard rows."),
]
RunName = Annotated[str, typer.Argument(help="A stored run: its name or its file.")]


@app.command("lint")
def run_lint() -> None:
    """Check the gold: types, quotes and offsets, names in the text, dates, pointers, leaks between splits and prompts."""
    golds = gold.load_all(*gold.SPLITS, "second")
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
        cells = (row.group, row.name, str(row.dev), str(row.test), str(row.dev + row.test), str(row.need or ""))
        table.add_row(*cells, style=None if row.enough else "red")
    show.console(80).print(table)
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
        differences = str(sum(states.values()) - states["COR"])
        table.add_row(row.doc_id, show.share(row.counts.f1), show.share(row.strict.f1), differences)
    whole = [sum((getattr(row, name) for row in rows), Counts()) for name in ("counts", "strict")]
    table.add_row(f"all {len(rows)}", *(show.share(counts.f1) for counts in whole), style="bold")
    console = show.console(100)
    console.print(table)
    fields = ", ".join(f"{name} {n}" for name, n in agree.disagreements(rows).most_common())
    console.print("differences by field:", fields or "none")


@app.command("run")
def run_run(
    prompt: Annotated[str, typer.Option(help="Prompts to compare, with commas: defence/v1,defence/v2.")] = "defence/v2",
    model: Annotated[str, typer.Option(help="Models to compare, with commas.")] = "local:qwen2.5-coder-1.5b",
    split: Split = "dev",
    samples: Annotated[
        int, typer.Option(min=1, help="Answers a document; more than one are drawn at temperature 0.7.")
    ] = 1,
    replay: Annotated[bool, typer.Option("--replay", help="Use recorded answers only; no model, no network.")] = False,
    live: Annotated[bool, typer.Option("--live", help="Ask again even where an answer is recorded.")] = False,
    max_cost: Annotated[float | None, typer.Option(help="Stop when this many USD are spent.")] = None,
    allow_unmetered: Annotated[
        bool, typer.Option("--allow-unmetered", help="Go on where nobody knows the price.")
    ] = False,
) -> None:
    """Run prompts × models over the gold, store the runs, print the scoreboard. A stopped run goes on where it stopped."""
    golds = gold.load_all(split)
    mode: run.Mode = "replay" if replay else "refresh" if live else "auto"
    plan = run.Plan(prompt.split(","), model.split(","), split, mode, samples, max_cost, allow_unmetered)
    with Bar() as bar:
        _print(scored.keep(run.run(plan, golds, progress=bar.step), golds), golds)


app.command("usual")(fitted.run_usual)
app.command("confidence")(fitted.run_confidence)
app.command("lead")(fitted.run_lead)
app.command("attendance")(fitted.run_attendance)
app.command("dating")(fitted.run_dating)
app.command("parties")(fitted.run_parties)
app.command("locating")(fitted.run_locating)
app.command("towns")(fitted.run_towns)
app.command("further")(fitted.run_further)
app.command("swap")(swap.run_swap)


@app.command("score")
def run_score(name: RunName) -> None:
    """Score a stored run again, without a model: fields, slices, confusions, worst documents."""
    one = scored.load(name)
    console = show.console()
    console.print(board.table(board.rows([one])))
    for part in (show.fields(one), show.slices([one]), show.confusions(one), show.worst(one)):
        console.print(part)
    console.print(f"spurious: {show.spurious(one)}")


@app.command("board")
def run_board(
    split: Split = "test",
    form: Annotated[Literal["table", "markdown", "csv"], typer.Option("--format", help="How it is printed.")] = "table",
    standing_only: Annotated[
        bool, typer.Option("--standing", help="Of the runs that stand on it, replayed from the recordings.")
    ] = False,
    into: Annotated[
        Path | None, typer.Option(help="Put the Markdown table between the scoreboard marks of this file.")
    ] = None,
) -> None:
    """The scoreboard of all stored runs of a split, the first held as the one to beat."""
    golds = gold.load_all(split)
    with Bar() as bar:
        made = (
            scored.keep(standing.replay(golds, progress=bar.step), golds)
            if standing_only
            else scored.stored(split, golds)
        )
    rows = board.rows(made, baselines.rows(golds))
    if into:
        standing.into(into, board.markdown(rows))
    elif form == "table":
        _print(made, golds)
    else:
        sys.stdout.write(board.markdown(rows) if form == "markdown" else board.to_csv(rows))


@app.command("page")
def run_page(
    out: Annotated[Path, typer.Argument(help="The HTML file to write.")] = Path("scoreboard.html"),
    split: Split = "test",
) -> None:
    """Everything as one HTML file: board, fields, slices, confusions, and every document with its evidence."""
    golds = gold.load_all(split)
    made = scored.stored(split, golds)
    out.write_text(page.render(made, golds, baselines.rows(golds)), encoding="utf-8")
    sys.stdout.write(f"{out}\n")


@app.command("compare")
def run_compare(before: RunName, after: RunName) -> None:
    """Is the second run better than the first? A verdict in words, with the fields that moved."""
    one, other = scored.load(before), scored.load(after)
    if one.run.gold != other.run.gold:
        raise RunError("the two runs answer different gold; run both again")
    result = stats.compare(one.sums, other.sums)
    delta = result.delta
    out = show.console(120)
    out.print(
        f"ΔF1 {delta.value:+.3f} [{delta.low:+.3f}, {delta.high:+.3f}]  p {result.p:.4f}  W/L/T {result.wins}/{result.losses}/{result.ties}  MDE {result.mde:.3f}"
    )
    out.print(f"verdict: {result.verdict()}", style="bold")
    for name, change in show.changed_fields(one, other):
        out.print(f"  {name} {change:+.3f}")
    out.print(show.changed_slices(one, other))


@app.command("diff")
def run_diff(
    before: RunName,
    after: RunName,
    doc: Annotated[str | None, typer.Option(help="Only this document.")] = None,
) -> None:
    """What changed between two runs, leaf by leaf, the documents that lost most first."""
    one, other = scored.load(before), scored.load(after)
    pairs = [(a, b) for a, b in zip(one.docs, other.docs, strict=True) if doc in {None, a.label.doc_id}]
    if not pairs:
        raise RunError(f"no document named {doc!r} in these runs")
    out = show.console(160)
    for a, b in sorted(pairs, key=lambda pair: pair[1].counts.tp - pair[0].counts.tp):
        lines = list(show.difference(a, b))
        for line in lines if len(lines) > 1 or doc else []:
            out.print(line)


@app.command("power")
def run_power(
    before: RunName, after: RunName, delta: Annotated[float, typer.Option(help="The difference in F1 to see.")] = 0.03
) -> None:
    """How many documents it takes to see a difference of this size four times in five."""
    result = stats.compare(scored.load(before).sums, scored.load(after).sums)
    needed = stats.documents_needed(result, delta)
    sys.stdout.write(f"{needed} documents to see ΔF1 {delta:g}; the {result.units} here can see {result.mde:.3f}\n")


@app.command("gate")
def run_gate(
    name: RunName, baseline: Annotated[Path, typer.Option(help="The blessed baseline.")] = gate.BASELINE
) -> None:
    """Fail if a run is worse than the blessed one: F1, must-pass leaves, valid answers, unsupported values."""
    reasons = gate.check(scored.load(name), gate.load(baseline))
    for reason in reasons:
        sys.stderr.write(f"gate: {reason}\n")
    if reasons:
        raise typer.Exit(1)
    sys.stdout.write("gate: open\n")


@app.command("bless")
def run_bless(
    name: RunName,
    baseline: Annotated[Path, typer.Option(help="Where the baseline is kept.")] = gate.BASELINE,
    yes: Annotated[bool, typer.Option("--yes", help="Write it; without this only what would change is shown.")] = False,
) -> None:
    """Make a run the baseline of the gate. Shows what changes; writes only with --yes."""
    new = gate.of(scored.load(name))
    old = gate.load(baseline) if baseline.is_file() else None
    for key in ("name", "signature", "gold", "valid", "unsupported"):
        sys.stdout.write(f"{key}: {getattr(old, key) if old else 'none'} → {getattr(new, key)}\n")
    if yes:
        baseline.write_text(json.dumps(asdict(new), indent=1) + "\n", encoding="utf-8")


@app.command("export")
def run_export(name: RunName) -> None:
    """The slots of a run as JSON Lines on stdout: document, state, place, gold, what was said."""
    for doc in scored.load(name).docs:
        for slot in doc.counts.slots:
            sys.stdout.write(json.dumps({"doc_id": doc.label.doc_id, **asdict(slot)}, ensure_ascii=False) + "\n")


def _print(made: Sequence[Scored], golds: Sequence[Gold]) -> None:
    """The board, then where the scores come from: fields and slices of all runs, confusions and documents of the best."""
    console = show.console(240)
    console.print(board.table(board.rows(made, baselines.rows(golds))))
    if not made:
        return
    best = max(made, key=lambda one: one.counts.f1 or 0.0)
    for part in (board.risk_table(made), show.field_matrix(made), show.slices(made)):
        console.print(part)
    console.print(f"{best.name}: spurious {show.spurious(best)}", style="bold")
    for part in (show.confusions(best), show.worst(best), show.suspects(made)):
        console.print(part)


def main() -> None:
    """Run a command; what is wrong is one line."""
    try:
        app(prog_name="python -m evals")
    except ExtractorError as error:
        sys.stderr.write(f"evals: {error}\n")
        sys.exit(error.exit_code)
