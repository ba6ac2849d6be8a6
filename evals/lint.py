"""Is the gold what it says it is: every quote, offset, name and pointer checked, nothing shared between the splits."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from evals.gold import Gold, quotes, resolve
from extractor import prompt
from extractor.errors import ExtractorError
from extractor.normalise.countries import codes

LONGEST_QUOTE = 300
"""Code points (R31)."""
GRAMS = 13
"""Words in a row that two splits, or a gold text and a prompt, may not share."""
_EDTF = re.compile(r"^(?:\d{4}(?:-\d\d(?:-\d\d)?)?|\.\.)?(?:/(?:\d{4}(?:-\d\d(?:-\d\d)?)?|\.\.)?)?$")
_CODE = re.compile(r"^[A-Z]{2,6}$")
_VERBATIM_DOCUMENT = ("title", "outlet", "cited_source", "dateline")
_VERBATIM_EVENT = ("date_text", "location_venue", "event_name", "on_margins_of", "status_reason")
_VERBATIM_PERSON = ("name", "rank", "office", "organisation")


def check(golds: Iterable[Gold]) -> list[str]:
    """One line for each thing that is wrong, naming the file and the place; empty when all is well."""
    every = list(golds)
    problems = [f"{gold.path}: {problem}" for gold in every for problem in _one(gold)]
    first = [gold for gold in every if gold.split != "second"]
    seen = Counter(gold.label.doc_id for gold in first)
    problems += [f"{doc_id}: labelled {count} times" for doc_id, count in seen.items() if count > 1]
    return problems + list(_leaks([gold for gold in first if gold.source.is_file()]))


def _one(gold: Gold) -> Iterator[str]:
    label = gold.label
    if not gold.source.is_file():
        yield f"no article {label.source} beside it"
        return
    try:
        document = gold.document
    except ExtractorError as error:
        yield str(error)
        return
    if label.doc_id != gold.path.stem:
        yield f"doc_id is {label.doc_id!r}"
    if label.source_sha256 != document.sha256:
        yield "the article has changed since it was labelled (SHA-256); label it again"
    if label.lang != label.record.document.language:
        yield f"lang is {label.lang!r}, the record says {label.record.document.language!r}"
    plain = label.record.model_dump(mode="json")
    yield from _quotes(plain, document.text)
    yield from _verbatim(plain, document.text)
    yield from _values(plain)
    yield from _pointers(label.model_dump(mode="json"), plain)


def _quotes(plain: dict[str, Any], text: str) -> Iterator[str]:
    for index, event in enumerate(plain["events"]):
        if not event["evidence"]:
            yield f"/events/{index}: no evidence"
    for pointer, quote in quotes(plain):
        words = quote["quote"]
        if text[quote["start"] : quote["end"]] != words:
            yield f"{pointer}: {words[:50]!r} is not what stands at {quote['start']}; run python -m evals locate"
        if len(words) > LONGEST_QUOTE or "\n" in words:
            yield f"{pointer}: a quote is one line of at most {LONGEST_QUOTE} characters (R31)"


def _verbatim(plain: dict[str, Any], text: str) -> Iterator[str]:
    """Names, ranks, titles and the like that aren't in the text; white space may differ, as a PDF breaks lines."""
    flat = " ".join(text.split())
    leaves = [(f"/document/{name}", plain["document"][name]) for name in _VERBATIM_DOCUMENT]
    for index, event in enumerate(plain["events"]):
        at = f"/events/{index}"
        leaves += [(f"{at}/{name}", event[name]) for name in _VERBATIM_EVENT]
        leaves += [
            (f"{at}/participants/{n}/{k}", p[k]) for n, p in enumerate(event["participants"]) for k in _VERBATIM_PERSON
        ]
        for number, agreement in enumerate(event["agreements"]):
            leaves.append((f"{at}/agreements/{number}/title", agreement["title"]))
            for name in ("provisions", "signatories"):
                leaves += [(f"{at}/agreements/{number}/{name}/{i}", words) for i, words in enumerate(agreement[name])]
    for pointer, words in leaves:
        if words is not None and " ".join(words.split()) not in flat:
            yield f"{pointer}: {words!r} is not in the text"


def _values(plain: dict[str, Any]) -> Iterator[str]:
    known = codes()
    dates = [("/document/publication_date", plain["document"]["publication_date"])]
    for index, event in enumerate(plain["events"]):
        at = f"/events/{index}"
        dates += [(f"{at}/{name}", event[name]) for name in ("date", "end_date")]
        dates += [
            (f"{at}/agreements/{n}/{k}", a[k])
            for n, a in enumerate(event["agreements"])
            for k in ("period", "sign_date")
        ]
        if event["parties"] != sorted(set(event["parties"])):
            yield f"{at}/parties: not sorted, or one twice"
        for code in event["parties"]:
            if code not in known and not (_CODE.match(code) and len(code) > 2):
                yield f"{at}/parties: {code!r} is no ISO code and no acronym"
    for pointer, value in dates:
        if value is not None and (not value or not _EDTF.match(value)):
            yield f"{pointer}: {value!r} is no EDTF date"


def _pointers(label: dict[str, Any], plain: dict[str, Any]) -> Iterator[str]:
    for name in ("aliases", "optional", "must_pass"):
        for pointer in label[name]:
            try:
                resolve(plain, pointer)
            except (KeyError, IndexError, ValueError, TypeError):
                yield f"{name}: {pointer} leads nowhere"


def _leaks(golds: list[Gold]) -> Iterator[str]:
    """Texts that dev and test share, or that stand in a prompt; retellings of one story (one cluster) count too."""
    dev = {
        gram: gold.label.doc_id
        for gold in golds
        if gold.split in {"dev", "hard", "wide"}
        for gram in _grams(gold.document.text)
    }
    examples = {
        gram: str(path.relative_to(prompt.FOLDER))
        for path in prompt.FOLDER.glob("*/*.md")
        for gram in _grams(path.read_text(encoding="utf-8"))
    }
    for gold in golds:
        grams = _grams(gold.document.text)
        if gold.split == "test" and (shared := next((dev[g] for g in grams if g in dev), None)):
            yield f"{gold.path}: shares {GRAMS} words in a row with dev/{shared}"
        if leaked := next((examples[g] for g in grams if g in examples), None):
            yield f"{gold.path}: shares {GRAMS} words in a row with prompts/{leaked}"


def _grams(text: str) -> set[str]:
    words = re.findall(r"\w+", text.casefold())
    return {" ".join(words[i : i + GRAMS]) for i in range(len(words) - GRAMS + 1)}
