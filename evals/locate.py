"""Fill in what a labeller need not count: offsets of quotes and the SHA-256 of the article."""

import json
from pathlib import Path

from evals import gold
from evals.errors import GoldError
from extractor import read_file
from extractor.grounding import Grounding


def locate(path: Path) -> list[str]:
    """Rewrite a gold file with the offsets of its quotes in the article's decoded text; what isn't found is returned.

    A quote that stands in the text several times keeps its place if it has one, else gets the first among the lines
    that are sent. White space in a quote of an HTML or PDF article may differ: the raw words replace it.
    """
    data = json.loads(path.read_text(encoding="utf-8"))
    source = path.parent / data["source"]
    if not source.is_file():
        raise GoldError(f"{path}: no article {source.name} beside it")
    document = read_file(source)
    grounding = Grounding(document)
    lost = []
    for pointer, quote in gold.quotes(data["record"]):
        if "start" in quote and document.text[quote["start"] : quote["end"]] == quote["quote"]:
            continue
        support = grounding.find(quote["quote"])
        if support.status in {"found", "folded"} and support.start is not None and support.end is not None:
            quote |= {"quote": document.text[support.start : support.end], "start": support.start, "end": support.end}
        elif (at := document.text.find(quote["quote"])) >= 0:
            quote |= {"start": at, "end": at + len(quote["quote"])}
        else:
            lost.append(f"{path.name}{pointer}: not in the text: {quote['quote']!r}")
    data["source_sha256"] = document.sha256
    gold.dump(data, path)
    return lost
