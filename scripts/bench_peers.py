"""LangExtract, the usual prompt and ours: the same model, articles and machine, side by side. Prints a Markdown table.

Every eleventh article of gold/test, or all with --all; some three minutes an article for the three together. Each answers once
before the clock starts, so that no row pays for loading the model.
"""

import json
import statistics
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from evals import baselines, gold
from evals.gold import Gold
from evals.runs import Row, row
from evals.scored import Scored
from extractor import build, providers, settings
from extractor.errors import ExtractorError
from extractor.extract import extract, failed
from extractor.progress import silent
from extractor.task import LONGEST_ANSWER, Task

ROOT = Path(__file__).parent.parent
PEERS = ROOT / ".cache" / "peers" / "bin" / "python"
"""LangExtract brings much that we don't need: it has an environment of its own, made by scripts/bench."""
MODEL = "local:qwen2.5-coder-1.5b"
_EVENT = ("event_type", "status", "date", "mode")
_ROLES: dict[str, Any] = {"rank": None, "role": "other", "country": None, "function": "participant"}
_PAPER: dict[str, Any] = {"kind": "other", "status": "referenced", "period": None}


def task(prompt: str) -> Task:
    """A task that asks the model each time."""
    return build.task(settings.load(prompt=prompt, model=MODEL, cache="off"))


def ours(golds: Sequence[Gold]) -> list[Row]:
    """Records of the default prompt."""
    asked = task("defence/v2")
    return [row(one.label.doc_id, 0, _extracted(one, asked)) for one in (golds[0], *golds)][1:]


def _extracted(one: Gold, asked: Task) -> Any:
    try:
        return extract(one.document, asked)
    except ExtractorError as error:
        return failed(one.document.path, error, asked, one.label.doc_id, one.document)


def usual(golds: Sequence[Gold]) -> list[Row]:
    """What the schema and one sentence bring, as answered."""
    asked = task("defence/naive")
    return [baselines.answered(one, asked) for one in (golds[0], *golds)][1:]


def langextract(golds: Sequence[Gold]) -> list[Row]:
    """What LangExtract brings, its classes put together to records."""
    loaded = settings.load(model=MODEL)
    provider, name = providers.find(MODEL)
    server = provider.connect(name, loaded, silent)
    asked = {"base_url": server.base_url, "api_key": server.api_key, "model": server.model, "longest": LONGEST_ANSWER}
    texts = [one.document.text for one in (golds[0], *golds)]
    done = subprocess.run(
        [PEERS, ROOT / "scripts" / "peer_langextract.py"],
        input=json.dumps(asked | {"articles": texts}),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    said = [json.loads(line) for line in done.stdout.splitlines()][1:]
    return [_put_together(one, answer) for one, answer in zip(golds, said, strict=True)]


def _put_together(one: Gold, answer: Mapping[str, Any]) -> Row:
    run = {"cost_usd": 0.0, "seconds": answer["seconds"], "cached": False}
    if "error" in answer:
        return baselines.failed(one, answer["error"], run)
    found = answer["extractions"]
    first = {kind: item for item in reversed(found) for kind in [item["class"]]}
    headline = first.get("headline", {})
    return baselines.taken(
        one,
        {
            "title": headline.get("text"),
            "language": headline.get("language"),
            "publication_date": headline.get("publication_date"),
            "outlet": first.get("outlet", {}).get("text"),
            "cited_source": first.get("cited_source", {}).get("text"),
            "events": list(_events(found)),
        },
        run,
    )


def _events(found: Sequence[Mapping[str, Any]]) -> Iterator[dict[str, Any]]:
    for item in found:
        if item["class"] == "event":
            mine = [other for other in found if other.get("event", 1) == item.get("event", 1)]
            yield {
                **{key: item.get(key) for key in _EVENT},
                "location_country": item.get("country"),
                "location_city": item.get("city"),
                "parties": _listed(item.get("parties")),
                "participants": [
                    {"name": other["text"]} | _told(other, _ROLES) for other in mine if other["class"] == "participant"
                ],
                "agreements": [
                    {"title": other["text"]} | _told(other, _PAPER) for other in mine if other["class"] == "agreement"
                ],
                "topics": _listed(item.get("topics")),
                "evidence": [item["text"]],
            }


def _told(item: Mapping[str, Any], unsaid: Mapping[str, Any]) -> dict[str, Any]:
    return {key: item.get(key, default) for key, default in unsaid.items()}


def _listed(value: Any) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list) else [value] if isinstance(value, str) else []


def line(name: str, scored: Scored) -> str:
    """A row of the table."""
    seconds = [doc.rows[0].record["run"]["seconds"] for doc in scored.docs if doc.rows[0].record["run"]]
    misses = sum(doc.failed for doc in scored.docs)
    median = f"{statistics.median(seconds):.1f}" if seconds else "n/a"
    return f"| {name} | {scored.counts.f1 or 0:.2f} | {scored.event_f1 or 0:.2f} | {misses} of {len(scored.docs)} | {median} |"


def main() -> None:
    """Ask all three, print the table."""
    golds = gold.load_all("test")[:: 1 if "--all" in sys.argv else 11]
    rows = {
        "this extractor (`defence/v2`)": ours,
        "LangExtract 1.7.1": langextract,
        "instructor, the schema and one sentence": usual,
    }
    print(f"| {len(golds)} articles, {MODEL} | F1 | event F1 | failed | s/doc |\n|---|---|---|---|---|")
    for name, way in rows.items():
        print(line(name, baselines.scored(name, MODEL, golds, way(golds))), flush=True)


if __name__ == "__main__":
    main()
