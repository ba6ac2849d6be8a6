"""The scoreboard as one HTML file: no network, no build; every document with its evidence, gold beside what was said."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from evals import board, breakdown
from evals.gold import Gold
from evals.scored import DocScore, Scored
from evals.spec import SIGNATURE
from evals.stats import FEWEST_UNITS

_TEMPLATE = Path(__file__).with_name("page.html")
_MARK = "/*DATA*/"


def render(runs: Sequence[Scored], golds: Sequence[Gold], baselines: Sequence[Scored] = ()) -> str:
    """The page for these runs, the first held as the one to beat; self-contained, all text escaped by the browser."""
    rows = board.rows(runs, baselines)
    data = {
        "signature": SIGNATURE,
        "few": FEWEST_UNITS,
        "head": board.HEAD,
        "rows": [_row(row) for row in rows],
        "runs": [_run(scored) for scored in runs],
        "docs": [_document(gold, runs, index) for index, gold in enumerate(golds)],
        "suspects": breakdown.suspects(runs),
    }
    # a closing tag inside an article must not end the script element
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return _TEMPLATE.read_text(encoding="utf-8").replace(_MARK, text)


def _row(row: board.BoardRow) -> dict[str, Any]:
    return {
        "cells": row.cells(),
        "f1": row.f1.value,
        "cost": row.scored.cost,
        "seconds": row.scored.seconds,
        "verdict": row.cells()[-1],
    }


def _run(scored: Scored) -> dict[str, Any]:
    return {
        "name": scored.name,
        "fields": [
            [name, c.f1, c.precision, c.recall, list(c.states().values())]
            for name, c in breakdown.by_field(scored).items()
        ],
        "slices": [[part.group, part.name, len(part.docs), part.counts.f1] for part in breakdown.slices(scored)],
        "confusions": breakdown.confusions(scored),
        "worst": [doc.label.doc_id for doc in breakdown.worst(scored)],
        "spurious": breakdown.spurious(scored),
    }


def _document(gold: Gold, runs: Sequence[Scored], index: int) -> dict[str, Any]:
    label = gold.label
    return {
        "id": label.doc_id,
        "lang": label.lang,
        "traits": label.traits,
        "text": gold.document.text,
        "notes": label.notes,
        "gold": [[quote.start, quote.end] for event in label.record.events for quote in event.evidence],
        "runs": [_answer(scored.docs[index]) for scored in runs],
    }


def _answer(doc: DocScore) -> dict[str, Any]:
    record = doc.rows[0].record if doc.rows else {}
    return {
        "f1": doc.counts.f1,
        "failed": (record.get("failure") or {}).get("message") if doc.failed else None,
        "broken": doc.broken,
        "evidence": [
            [quote["start"], quote["end"]] for event in record.get("events") or [] for quote in event["evidence"]
        ],
        "slots": [[s.state, s.expected_at or s.predicted_at, s.expected, s.predicted] for s in doc.counts.slots],
        "warnings": [[w["path"], w["code"], w["message"]] for w in record.get("warnings") or []],
    }
