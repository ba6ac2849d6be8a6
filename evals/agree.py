"""Two annotators, one text: how far apart readers are is the ceiling for any extractor."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from evals.gold import Gold
from evals.metric import Counts
from evals.score import score_record


@dataclass(frozen=True)
class Agreement:
    """The second label of a document scored against the first; `strict` without the first's aliases and optionals."""

    doc_id: str
    counts: Counts
    strict: Counts


def agree(first: Iterable[Gold], second: Iterable[Gold]) -> list[Agreement]:
    """One row for each document that was labelled twice, in the order of the second labels."""
    known = {gold.label.doc_id: gold.label for gold in first}
    rows = []
    for gold in second:
        label = known[gold.label.doc_id]
        one, other = label.record.model_dump(mode="json"), gold.label.record.model_dump(mode="json")
        lenient = score_record(other, one, aliases=label.aliases, optional=label.optional)
        rows.append(Agreement(gold.label.doc_id, lenient, score_record(other, one)))
    return rows


def disagreements(rows: Iterable[Agreement]) -> Counter[str]:
    """How often each field differs, whatever the aliases say, as a path without indices: 'events/topics'."""
    return Counter(
        "/".join(
            part for part in (slot.expected_at or slot.predicted_at or "").split("/") if part and not part.isdigit()
        )
        for row in rows
        for slot in row.strict.slots
        if slot.state != "COR"
    )
