"""The page's HTML, around the same style and scripts: served in pieces, or self-contained with its views inside."""

import hashlib
import json
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from extractor.page.choices import choices

_FOLDER = Path(__file__).parent
_SCRIPTS = (
    "dom.js",
    "fields.js",
    "spans.js",
    "article.js",
    "light.js",
    "values.js",
    "records.js",
    "charts.js",
    "documents.js",
    "export.js",
    "tree.js",
    "gold.js",
    "editor.js",
    "desk.js",
    "review.js",
    "live.js",
    "app.js",
)
"""In the order they need each other; each leaves one name behind."""

_STYLES = ("colours.css", "review.css", "page.css")

ASSETS: Mapping[str, Path] = {name: _FOLDER / name for name in (*_STYLES, *_SCRIPTS)}
"""What the live page asks for, by the last part of its address."""


def live() -> str:
    """The page that takes articles and asks the service; its style and scripts are ASSETS, under `/page/`."""
    scripts = "".join(f'<script src="/page/{name}"></script>\n' for name in _SCRIPTS)
    style = "".join(f'<link rel="stylesheet" href="/page/{name}">\n' for name in _STYLES)
    return "".join(_fill(style=style, scripts=scripts, policy="", views=[], mode="live"))


def static(views: Iterable[dict[str, Any]]) -> str:
    """The page of these views as one file, which asks nobody for anything."""
    return "".join(pieces(views))


def pieces(views: Iterable[dict[str, Any]]) -> Iterator[str]:
    """The same page piece by piece, each view as soon as it is there."""
    looks = [ASSETS[name].read_text(encoding="utf-8") for name in _STYLES]
    code = [ASSETS[name].read_text(encoding="utf-8") for name in _SCRIPTS]
    policy = (
        f"default-src 'none'; script-src {_digests(code)}; style-src {_digests(looks)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    yield from _fill(
        style="".join(f"<style>{text}</style>\n" for text in looks),
        scripts="".join(f"<script>{text}</script>\n" for text in code),
        policy=f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        views=views,
        mode="static",
    )


def _fill(*, style: str, scripts: str, policy: str, views: Iterable[dict[str, Any]], mode: str) -> Iterator[str]:
    template = (_FOLDER / "page.html").read_text(encoding="utf-8")
    head, foot = template.split("<!--VIEWS-->")
    yield (
        head.replace("<!--POLICY-->", policy)
        .replace("<!--STYLE-->", style)
        .replace("data-mode=live", f"data-mode={mode}")
    )
    yield f'<script type="application/json" id="choices">{_json(choices())}</script>\n'
    for one in views:
        yield f'<script type="application/json" class="view">{_json(one)}</script>\n'
    yield foot.replace("<!--SCRIPTS-->", scripts)


def _json(data: Any) -> str:
    # a closing tag or a comment inside an article must not end the script element
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _digests(texts: Iterable[str]) -> str:
    """What a content security policy calls these inline texts."""
    return " ".join(f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in texts)
