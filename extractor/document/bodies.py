"""Names of ministries, press services, armies and agencies, as every language writes them (`source_words.toml`)."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extractor.normalise.fold import fold_text

_JOINED = frozenset({"ar"})
"""Languages that may write a preposition and its noun together."""
_ALIKE = {"sk": "cs", "hr": "sr", "bs": "sr", "sh": "sr", "mk": "bg", "no": "da", "nb": "da", "nn": "da", "ms": "id"}
"""Languages that are read with the table of one so close that they share its words."""
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
    told: "re.Pattern[str]"
    by: "re.Pattern[str]"
    to: "re.Pattern[str]"


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(Path(__file__).with_name("source_words.toml").read_text(encoding="utf-8"))


_KINDS = ("body", "inside", "before", "after", "told", "by", "to", "filler", "speaker", "spoken", "of")


@cache
def words(language: str) -> Words:
    """The words of `language`; those of English for a language without a table."""
    table = _table(language)
    either = {kind: _either(table.get(kind, [])) for kind in _KINDS}
    some = rf"(?:\W+(?:{either['filler']})(?!\w))"
    space = r"\W*" if language in _JOINED else r"\W+"
    return Words(
        body=re.compile(rf"(?:{either['body']})(?:{table['ending'][0]})"),
        inside=re.compile(rf"(?:{either['inside']})"),
        link=frozenset(map(fold_text, table["link"])),
        filler=frozenset(map(fold_text, table["filler"])),
        before=re.compile(
            rf"(?<!\w)(?:(?:{either['before']})|(?:{either['told']})(?:,? [^\W\d_][\w-]*){{0,4}}? (?:{either['by']}))"
            rf"{some}{{0,4}}{space}$"
        ),
        after=re.compile(rf"[\"'»]?\s?(?:{either['after']})(?!\w)"),
        told=re.compile(rf"(?:[^\W_]+ ){{0,2}}(?:{either['told']})(?!\w)"),
        by=re.compile(rf"(?<!\w)(?:{either['by']}){some}{{0,2}}{space}$"),
        to=re.compile(rf"(?<!\w)(?:{either['to']})\W*$"),
        speaker=re.compile(rf"(?<!\w)(?:{either['speaker']}){some}{{0,2}}{space}$"),
        spoken=re.compile(rf"\s?(?:{either['spoken']})(?!\w)"),
        part=re.compile(rf"(?<!\w)(?:{either['of']})(?:[ '](?:the|la|le|l|el|los|las|de|het))?[ ']+$"),
    )


def _table(language: str) -> dict[str, list[str]]:
    """The table of a language; that of English where there is none, or only phrases."""
    table = _tables().get(_ALIKE.get(language, language), {})
    return table if "body" in table else _tables()["en"]


def _either(listed: list[str]) -> str:
    """A pattern of all that are listed, the longest first; of nothing at all for none."""
    return "|".join(sorted(map(fold_text, listed), key=len, reverse=True)) or "(?!)"


@cache
def phrases(language: str) -> tuple["re.Pattern[str]", ...]:
    """Patterns over text as it is written, with the credited `name` in them, for languages whose words can't be told apart."""
    return tuple(re.compile(phrase) for phrase in _tables().get(language, {}).get("phrase", []))


@cache
def is_body(name: str) -> bool:
    """Whether a name holds a body's word of any language: 'Sri Lanka Navy', 'Міністерство оборони'."""
    found = _WORD.findall(fold_text(name))
    return any(
        words(language).body.fullmatch(word)
        for language, table in _tables().items()
        if "body" in table
        for word in found
    )
