"""The scoreboard: one row a run, and what each is worth against the first; as a table, CSV or Markdown."""

import csv
import io
import math
from collections.abc import Sequence
from dataclasses import dataclass

from rich.table import Table

from evals import risk, stats
from evals.scored import Scored
from evals.spec import SIGNATURE

HEAD = (
    "run", "F1 ± CI", "P", "R", "event F1", "EXT F1", "MIS %", "SPU %", "INC %", "unsupported %", "errors", "docs", "$/doc", "s/doc", "cached %",
    "ΔF1 [CI]", "p (Holm)", "W/L/T", "MDE", "verdict",
)  # fmt: skip


@dataclass(frozen=True)
class BoardRow:
    """A run, its interval, and its comparison with the row it is held against; None for that row itself and baselines."""

    scored: Scored
    f1: stats.Interval
    versus: stats.Comparison | None
    p: float | None

    def cells(self) -> tuple[str, ...]:
        """The row as text, in the order of HEAD."""
        counts, states = self.scored.counts, self.scored.counts.states()
        expected, predicted = (
            max(1, states["COR"] + states["PAR"] + states["INC"] + states["MIS"]),
            max(1.0, counts.predicted),
        )
        scored = self.scored
        return (
            scored.name, f"{self.f1.value:.3f} ± {_or(self.f1.half, '.3f')}", _or(counts.precision, ".2f"), _or(counts.recall, ".2f"),
            _or(scored.event_f1, ".2f"), _or(scored.extended.f1, ".2f"), f"{100 * states['MIS'] / expected:.0f}", f"{100 * states['SPU'] / predicted:.0f}",
            f"{100 * states['INC'] / expected:.0f}", f"{100 * scored.unsupported:.1f}", str(scored.errors), str(len(scored.docs)),
            "unmetered" if scored.cost is None else f"{scored.cost:.4f}", _or(scored.seconds, ".1f"), f"{100 * scored.cached:.0f}",
            *self._against(),
        )  # fmt: skip

    def _against(self) -> tuple[str, ...]:
        if self.versus is None or self.p is None:
            return ("–",) * 5
        delta = self.versus.delta
        return (
            f"{delta.value:+.3f} [{delta.low:+.3f}, {delta.high:+.3f}]", f"{self.p:.3f}",
            f"{self.versus.wins}/{self.versus.losses}/{self.versus.ties}", f"{self.versus.mde:.3f}", self.versus.verdict(self.p),
        )  # fmt: skip


def _or(value: float | None, form: str) -> str:
    return "n/a" if value is None or math.isnan(value) else format(value, form)


def rows(runs: Sequence[Scored], baselines: Sequence[Scored] = ()) -> list[BoardRow]:
    """Baselines first, then the runs; each run but the first is held against the first, p corrected by Holm."""
    plain = [BoardRow(scored, stats.jackknife(scored.sums), None, None) for scored in (*baselines, *runs[:1])]
    compared = [stats.compare(runs[0].sums, scored.sums) for scored in runs[1:]]
    corrected = stats.holm([comparison.p for comparison in compared])
    return plain + [
        BoardRow(scored, stats.jackknife(scored.sums), comparison, p)
        for scored, comparison, p in zip(runs[1:], compared, corrected, strict=True)
    ]


def table(board: Sequence[BoardRow]) -> Table:
    """For the terminal."""
    made = Table(header_style="bold", caption=f"scorer {SIGNATURE}", caption_justify="left")
    for title in HEAD:
        made.add_column(title, no_wrap=title != "run", justify="left" if title in {"run", "verdict"} else "right")
    colours = {"better": "green", "worse": "red"}
    for row in board:
        cells = row.cells()
        made.add_row(*cells, style=colours.get(cells[-1]))
    return made


SHORT = (
    "run",
    "F1 ± CI",
    "P",
    "R",
    "event F1",
    "EXT F1",
    "unsupported %",
    "errors",
    "s/doc",
    "ΔF1 [CI]",
    "p (Holm)",
    "verdict",
)
"""The columns that fit a page of text."""


def markdown(board: Sequence[BoardRow]) -> str:
    """For the README: the same rows without the finer columns, what their confidence is worth, the scorer's signature below."""
    chosen = [HEAD.index(title) for title in SHORT]
    rows = _markdown(SHORT, [[row.cells()[i] for i in chosen] for row in board])
    sure = risks([row.scored for row in board])
    worth = f"\n{_markdown(RISK, sure)}" if sure else ""
    return f"{rows}{worth}\nScorer `{SIGNATURE}`.\n"


RISK = ("values that are wrong %", *(f"surest {share:.0%}" if share < 1 else "all" for share in risk.COVERAGES))
"""The head of the second table: risk against coverage."""


def risks(runs: Sequence[Scored]) -> list[tuple[str, ...]]:
    """A row a run whose values carry a confidence: the share that is wrong among the surest of them."""
    curves = [(scored.name, risk.curve(scored)) for scored in runs]
    return [(name, *(f"{100 * point.risk:.0f}" for point in points)) for name, points in curves if points]


def _markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "".join("| " + " | ".join(line) + " |\n" for line in (head, ["---"] * len(head), *rows))


def risk_table(runs: Sequence[Scored]) -> Table:
    """Risk against coverage, for the terminal."""
    made = Table(*RISK, header_style="bold")
    for row in risks(runs):
        made.add_row(*row)
    return made


def to_csv(board: Sequence[BoardRow]) -> str:
    """For a spreadsheet."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([HEAD, *(row.cells() for row in board)])
    return out.getvalue()
