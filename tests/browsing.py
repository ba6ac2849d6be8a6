"""Pages in a real browser: Debian's Chromium, headless, and what tests ask of a page."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from extractor import batch, build, settings
from extractor.formats import FORMATS
from extractor.result import Result
from tests.conftest import SAMPLES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Download, Page

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
FLAGS = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync"
IN_BROWSER = [
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here; scripts/browser installs Debian's"),
    pytest.mark.enable_socket,
]
WIDE, NARROW = (1400, "light"), (390, "dark")


def read_samples() -> list[Result]:
    """The samples as code alone reads them, without a model."""
    task = build.task(settings.load(prompt="defence/rules", cache="off"))
    return list(batch.run(batch.sources([str(SAMPLES)]), task))


def write(folder: Path, *made: Result) -> str:
    """The address of the page of these results."""
    path = folder / "page.html"
    with path.open("w", encoding="utf-8") as out:
        FORMATS["html"](made, out)
    return path.as_uri()


@contextmanager
def shown(browser: "Browser", address: str, size: tuple[int, Any] = WIDE) -> "Iterator[Page]":
    """The page, which must say no error, ask nobody else, and not be wider than the window."""
    errors: list[str] = []
    asked: list[str] = []
    width, scheme = size
    view = browser.new_page(
        viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce", accept_downloads=True
    )
    view.on("pageerror", lambda error: errors.append(str(error)))
    view.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    view.on("request", lambda request: asked.append(request.url))
    view.goto(address)
    yield view
    assert view.evaluate("document.documentElement.scrollWidth") <= width
    assert errors == []
    assert [url for url in asked if not url.startswith((address, "blob:"))] == []
    view.close()


def axe(view: "Page") -> list[str]:
    """What axe calls serious or critical."""
    view.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    tags = "['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa','best-practice']"
    found = view.evaluate(f"axe.run({{runOnly: {tags}}})")["violations"]
    return [
        f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found if one["impact"] in {"serious", "critical"}
    ]


def text(download: "Download") -> str:
    """What was downloaded."""
    return Path(download.path()).read_bytes().decode("utf-8")


def lit(view: "Page") -> str:
    """The words that are lit in the article."""
    return "".join(view.locator("#article .lit").all_text_contents())


def value(pointer: str) -> str:
    return f'#records [data-at="{pointer}"]'
