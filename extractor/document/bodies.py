"""Names of ministries, press services, armies and agencies, as every language writes them (`source_words.toml`)."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extractor.normalise.fold import fold_text

_JOINED = frozenset({"ar"})
"""Languages that may write a preposition and its noun together."""
_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")


@dataclass(frozen=True)
class Words:
    """The words of a language: patterns over folded text, and sets of folded words."""

    body: "re.Pattern[str]"
    inside: "re.Pattern[str]"
    link: frozenset[str]
    filler: frozenset[str]
    before: "re.Pattern[str]"
    after: "re.Pattern[str]"
    part: "re.Pattern[str]"
    speaker: "re.Pattern[str]"
    spoken: "re.Pattern[str]"


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_name("source_words.toml").read_text(encoding="utf-8"))


@cache
def words(language: str) -> Words:
    """The words of `language`; those of English for a language without a table."""
    table = _tables().get(language) or _tables()["en"]
    folded = {kind: sorted(map(fold_text, listed), key=len, reverse=True) for kind, listed in table.items()}
    either = {kind: "|".join(listed) or "(?!)" for kind, listed in folded.items()}
    space = r"\W*" if language in _JOINED else r"\W+"
    return Words(
        body=re.compile(rf"(?:{either['body']})(?:{table['ending'][0]})"),
        inside=re.compile(rf"(?:{either['inside']})"),
        link=frozenset(folded["link"]),
        filler=frozenset(folded["filler"]),
        before=re.compile(rf"(?<!\w)(?:{either['before']})(?:\W+(?:{either['filler']})(?!\w)){{0,4}}{space}$"),
        after=re.compile(rf"[\"'»]?\s?(?:{either['after']})(?!\w)"),
        speaker=re.compile(
            rf"(?<!\w)(?:{either.get('speaker', '(?!)')})(?:\W+(?:{either['filler']})(?!\w)){{0,2}}{space}$"
        ),
        spoken=re.compile(rf"\s?(?:{either.get('spoken', '(?!)')})(?!\w)"),
        part=re.compile(rf"(?<!\w)(?:{either.get('of', '(?!)')})(?:[ '](?:the|la|le|l|el|los|las|de|het))?[ ']+$"),
    )


@cache
def is_body(name: str) -> bool:
    """Whether a name holds a body's word of any language: 'Sri Lanka Navy', 'Міністерство оборони'."""
    found = _WORD.findall(fold_text(name))
    return any(words(language).body.fullmatch(word) for language in _tables() for word in found)
