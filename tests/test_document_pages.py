"""Whole pages: mastheads, mottos, tickers, kickers and release numbers above the headline; dates at head and foot."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extractor.document import Document, from_text
from extractor.document.furniture import PROSE
from extractor.normalise.fold import fold_text
from extractor.normalise.scripts import length

PAGES: dict[str, dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("document_pages.toml").read_text(encoding="utf-8")
)
every_page = pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)


def _read(page: dict[str, Any]) -> Document:
    return from_text(page["text"])


@every_page
def test_title(page: dict[str, Any]) -> None:
    """The headline is the last short line before the prose that is no furniture, without the kicker before it."""
    document = _read(page)

    assert document.clues.title is not None
    assert page["title"] == document.words(document.clues.title)


@every_page
def test_publication_date(page: dict[str, Any]) -> None:
    """The day stands beside the headline, in the letterhead, at the foot, or in part in the dateline."""
    assert page.get("date") == _read(page).clues.publication_date


@every_page
def test_outlet(page: dict[str, Any]) -> None:
    """The masthead or the ministry's letterhead names the outlet, whatever its capitals."""
    assert fold_text(page.get("outlet", "")) == fold_text(_read(page).clues.outlet or "")


@every_page
def test_cited_source(page: dict[str, Any]) -> None:
    """The body that is credited is found, or nobody; the spokesperson before it is not part of the span."""
    document = _read(page)
    source = document.clues.cited_source

    assert bool(source) == ("source" in page)
    assert source is None or fold_text(document.words(source)) in fold_text(page["source"])


@every_page
def test_paragraphs_are_sent(page: dict[str, Any]) -> None:
    """No line of the article itself is taken for the page's."""
    document = _read(page)
    paragraphs = [
        line for line in page["text"].splitlines() if length(line) > PROSE and line.endswith((".", "。", "।"))
    ]
    marked = [document.text[line.start : line.end] for line in document.lines if line.chrome]

    assert paragraphs
    assert not [words for words in marked if any(words in paragraph for paragraph in paragraphs)]
