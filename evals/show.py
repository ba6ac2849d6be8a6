"""Tables for the terminal: fields, slices, confusions, worst documents, leaf by leaf."""

import sys
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from evals import breakdown, stats
from evals.metric import Counts, Slot, State
from evals.scored import DocScore, Scored

COLOURS: dict[State, str] = {"COR": "green", "PAR": "yellow", "INC": "red", "MIS": "magenta", "SPU": "cyan"}


def console(width: int = 200) -> Console:
    """As wide as the terminal, or as a file can be."""
    return Console(width=None if sys.stdout.isatty() else width, highlight=False)


def share(value: float | None) -> str:
    """Three decimals, or n/a."""
    return "n/a" if value is None else f"{value:.3f}"


def _row(name: str, counts: Counts) -> tuple[str, ...]:
    states = counts.states()
    return (name, share(counts.f1), share(counts.precision), share(counts.recall), *(str(states[s]) for s in COLOURS))


def fields(scored: Scored) -> Table:
    """F1, P, R and leaf states of each field."""
    table = Table("field", "F1", "P", "R", *COLOURS, header_style="bold", title=scored.name, title_justify="left")
    for name, counts in breakdown.by_field(scored).items():
        table.add_row(*_row(name, counts))
    return table


def slices(runs: Sequence[Scored]) -> Table:
    """F1 ± CI of each slice and run, with its number of documents; small slices are dim."""
    table = Table("slice", "", "docs", *(scored.name for scored in runs), header_style="bold", caption_justify="left")
    table.caption = f"exploratory; under {stats.FEWEST_UNITS} documents dim"
    for parts in zip(*(breakdown.slices(scored) for scored in runs), strict=True):
        first = parts[0]
        cells = [_with_interval(part.sums) for part in parts]
        table.add_row(first.group, first.name, str(len(first.docs)), *cells, style="dim" if first.small else None)
    return table


def _with_interval(sums: stats.Sums) -> str:
    interval = stats.jackknife(sums)
    half = "n/a" if interval.half != interval.half else f"{interval.half:.3f}"  # nan is not itself
    return f"{interval.value:.3f} ± {half}"


def field_matrix(runs: Sequence[Scored]) -> Table:
    """F1 of each field in each run."""
    made = [breakdown.by_field(scored) for scored in runs]
    table = Table("field", "gold", *(scored.name for scored in runs), header_style="bold")
    for name in dict.fromkeys(name for counts in made for name in counts):
        expected = max(counts.get(name, Counts()).expected for counts in made)
        table.add_row(name, f"{expected:.0f}", *(share(counts.get(name, Counts()).f1) for counts in made))
    return table


def changed_slices(before: Scored, after: Scored) -> Table:
    """ΔF1 of each slice between two runs, p by Benjamini and Hochberg: where to look, no proof."""
    pairs = list(zip(breakdown.slices(before), breakdown.slices(after), strict=True))
    compared = [stats.compare(one.sums, other.sums) for one, other in pairs]
    corrected = stats.benjamini_hochberg([result.p for result in compared])
    table = Table("slice", "", "docs", "ΔF1", "p (BH)", header_style="bold", caption_justify="left")
    table.caption = f"exploratory; under {stats.FEWEST_UNITS} documents dim"
    for (part, _), result, p in zip(pairs, compared, corrected, strict=True):
        cells = (part.group, part.name, str(len(part.docs)), f"{result.delta.value:+.3f}", f"{p:.3f}")
        table.add_row(*cells, style="dim" if part.small else None)
    return table


def suspects(runs: Sequence[Scored]) -> Table:
    """Gold leaves on which all runs agree against the gold."""
    table = Table("document", "gold suspect", "gold", "every run", header_style="bold")
    for row in breakdown.suspects(runs):
        table.add_row(*row)
    return table


def spurious(scored: Scored) -> str:
    """What the spurious leaves belong to, in words."""
    counts = breakdown.spurious(scored)
    return ", ".join(
        f"{n} in {what}"
        for what, n in zip(("whole events", "extra items", "extra fields"), counts.values(), strict=True)
    )


def confusions(scored: Scored) -> Table:
    """The ten commonest wrong codes."""
    table = Table("field", "gold", "said", "times", header_style="bold")
    for field, expected, predicted, count in breakdown.confusions(scored):
        table.add_row(field, expected, predicted, str(count))
    return table


def worst(scored: Scored) -> Table:
    """The five documents that cost most."""
    table = Table("document", "F1", "missing", "spurious", "wrong", header_style="bold")
    for doc in breakdown.worst(scored):
        states = doc.counts.states()
        table.add_row(
            doc.label.doc_id, share(doc.counts.f1), str(states["MIS"]), str(states["SPU"]), str(states["INC"])
        )
    return table


def leaves(doc: DocScore, *, only_wrong: bool = True) -> Iterator[Text]:
    """One line a leaf: state, place, gold, what was said."""
    yield Text(f"{doc.label.doc_id}  F1 {share(doc.counts.f1)}", style="bold")
    for slot in doc.counts.slots:
        if not only_wrong or slot.state != "COR":
            yield _line(slot)


def _line(slot: Slot) -> Text:
    text = Text(f"  {slot.state} ", style=COLOURS[slot.state])
    text.append(f"{slot.expected_at or slot.predicted_at}  ", style="dim")
    said = {"MIS": f"{slot.expected}", "SPU": f"{slot.predicted}"}.get(
        slot.state, f"{slot.expected} ← {slot.predicted}"
    )
    return text.append(said, style="default")


def difference(before: DocScore, after: DocScore) -> Iterator[Text]:
    """What changed between two runs on one document: leaves of the first that are gone, leaves of the second that are new."""
    yield Text(f"{after.label.doc_id}  F1 {share(before.counts.f1)} → {share(after.counts.f1)}", style="bold")
    for sign, one, other in (("−", before, after), ("+", after, before)):
        known = {_key(slot) for slot in other.counts.slots}
        for slot in one.counts.slots:
            if _key(slot) not in known:
                yield Text(f"  {sign}").append_text(_line(slot))


def _key(slot: Slot) -> tuple[str, str | None, str]:
    return slot.state, slot.expected_at, str(slot.predicted)


def changed_fields(before: Scored, after: Scored) -> list[tuple[str, float]]:
    """Fields whose share of the change in TP and mass is largest, with their change in F1, worst first."""
    one, other = breakdown.by_field(before), breakdown.by_field(after)
    names: Iterable[str] = dict.fromkeys([*one, *other])
    deltas = [(name, (other.get(name, Counts()).f1 or 0) - (one.get(name, Counts()).f1 or 0)) for name in names]
    return sorted(((name, delta) for name, delta in deltas if abs(delta) > 1e-9), key=lambda pair: pair[1])
