"""prompts/<schema>/<version>.md → Prompt; a Prompt and a Document → the messages that are sent.

A prompt file is prose: everything before the first `# Example` is the system message; each `# Example` holds an
article and, under `# Answer`, what a perfect reader would answer, in JSON. The example's article is numbered by the
same code as any document, so examples look like the real thing. There is no template language: text full of `{{`,
`{%` or `$` is text. A head between `---` lines can name the strategy: `strategy: single` unless told otherwise.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from extractor.document import Document, Line, from_text
from extractor.errors import UsageError
from extractor.model import Message

_HERE = Path(__file__).parent
FOLDER = next((p for p in (_HERE.parent / "prompts", _HERE / "prompts") if p.is_dir()), _HERE / "prompts")
"""Beside the package in a checkout, inside it when installed from a wheel."""
_LETTERS_A_TOKEN = 3.2
_OTHERS_A_TOKEN = 1.2
"""Characters a token, ASCII and other, on the careful side of what byte-pair tokenizers need."""
_OVERLAP = 4
"""Lines that two parts of a long document share."""


@dataclass(frozen=True)
class Example:
    """A worked example: an article and its answer, a JSON object."""

    article: str
    answer: str


@dataclass(frozen=True)
class Prompt:
    """Instructions, worked examples, and how to ask with them. `digest` is the SHA-256 of the file."""

    name: str
    system: str
    examples: tuple[Example, ...]
    digest: str
    strategy: str = "single"

    def messages(self, document: Document, lines: Sequence[Line]) -> tuple[Message, ...]:
        """What is sent to have these lines of a document read; the document comes last."""
        return (*self._fixed, Message("user", render(document, lines)))

    @cached_property
    def _fixed(self) -> tuple[Message, ...]:
        """What every document of a run is sent after: the server reads it once."""
        turns = [Message("system", self.system)]
        for example in self.examples:
            shown = from_text(example.article, "example")
            turns += [Message("user", render(shown, shown.sent)), Message("assistant", example.answer)]
        return tuple(turns)


def load(name: str) -> Prompt:
    """The prompt named `schema/version`, or in a file of that path. UsageError says which there are."""
    named = FOLDER / f"{name}.md"
    try:
        path = named if named.is_file() else Path(name)
        if not path.is_file() or path.suffix != ".md":
            known = sorted(str(p.relative_to(FOLDER).with_suffix("")) for p in FOLDER.glob("*/*.md"))
            raise UsageError(f"no prompt named {name!r}; there is {', '.join(known)}")
        return parse(path.read_text(encoding="utf-8"), name)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"prompt {name!r} can't be read: {error}") from None


def parse(text: str, name: str) -> Prompt:
    """A prompt from the text of its file; UsageError if an example has no answer or one that isn't JSON."""
    head, body = _head(text, name)
    system, *parts = body.split("\n# Example\n")
    examples = []
    for part in parts:
        article, mark, answer = part.partition("\n# Answer\n")
        try:
            compact = json.dumps(json.loads(answer), ensure_ascii=False, separators=(",", ":"))
        except ValueError:
            compact = ""
        if not mark or not compact:
            raise UsageError(f"prompt {name!r}: an example needs its `# Answer`, one JSON object")
        examples.append(Example(article.strip("\n"), compact))
    return Prompt(name, system.strip(), tuple(examples), hashlib.sha256(text.encode()).hexdigest(), **head)


def _head(text: str, name: str) -> tuple[dict[str, str], str]:
    """What stands between `---` lines at the top, as settings, and the rest."""
    if not text.startswith("---\n"):
        return {}, text
    head, mark, body = text.removeprefix("---\n").partition("\n---\n")
    pairs = [line.partition(":") for line in head.splitlines() if line.strip()]
    settings = {key.strip(): value.strip() for key, _, value in pairs}
    if not mark or set(settings) - {"strategy"}:
        raise UsageError(
            f"prompt {name!r}: the head says `strategy: NAME` between two lines of `---`, and nothing else"
        )
    return settings, body


def render(document: Document, lines: Sequence[Line]) -> str:
    """The article as it is sent: what code knows of its date, then the numbered lines."""
    day = document.clues.publication_date
    header = f"Published: {day:%Y-%m-%d, %A}" if day else "Published: unknown"
    return "\n".join([header, *(f"{line.number}| {document.words(line)}" for line in lines)])


def tokens(text: str) -> int:
    """About how many tokens a text takes; never far below the truth."""
    ascii_only = sum(character.isascii() for character in text)
    return int(ascii_only / _LETTERS_A_TOKEN + (len(text) - ascii_only) / _OTHERS_A_TOKEN) + 1


def parts(prompt: Prompt, document: Document, window: int, answer: int) -> list[tuple[Line, ...]]:
    """The lines of a document in as many overlapping parts as a model with a window of `window` tokens needs.

    `answer` tokens are left for the answer. Nothing is dropped: a single line longer than the room is a part of its own.
    """
    fixed = sum(tokens(message.content) + 8 for message in prompt.messages(document, ()))
    room = window - answer - fixed
    found: list[tuple[Line, ...]] = []
    current: list[Line] = []
    used = 0
    for line in document.sent:
        cost = tokens(document.words(line)) + 4
        if current and used + cost > room:
            found.append(tuple(current))
            current = current[-_OVERLAP:] if len(current) > _OVERLAP else []
            used = sum(tokens(document.words(kept)) + 4 for kept in current)
            while current and used + cost > room:  # what is shared makes way for what is new
                used -= tokens(document.words(current.pop(0))) + 4
        current.append(line)
        used += cost
    return [*found, tuple(current)] if current else found
