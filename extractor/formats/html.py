"""HTML: one page for all documents, each with its article and its records side by side; it needs nothing but a browser."""

from collections.abc import Iterable
from typing import TextIO

from extractor.result import Result


def write(results: Iterable[Result], out: TextIO) -> None:
    """Each document is written as soon as it is done; the page is complete with the last."""
    from extractor import page  # noqa: PLC0415  # word lists of topics and countries, only for this format

    out.writelines(page.pieces(page.view(result.record, result.document) for result in results))
