"""Scripts: which have capitals, which letters are those of East Asia, how much they say, what parts their words."""

import re

UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my"})
"""Languages whose scripts don't part words."""
WIDE = "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Kana and Han characters, for a class of a pattern."""
HANGUL = "\uac00-\ud7a3"
_WIDE = re.compile(f"[{WIDE}]")
_HANGUL = re.compile(f"[{HANGUL}]")


def is_wide(character: str) -> bool:
    """Whether a character is kana or Han, beside which no space is needed."""
    return bool(character) and _WIDE.match(character) is not None


def length(text: str) -> int:
    """Code points of a text, as many as it would have in Latin letters: a syllable counts two, a Han character 2.5."""
    if text.isascii():
        return len(text)
    return len(text) + len(_HANGUL.findall(text)) + 3 * len(_WIDE.findall(text)) // 2


def word_count(text: str) -> int:
    """How many words a text has, also in a script that doesn't part them: two characters or syllables are one."""
    return max(len(text.split()), (len(_HANGUL.findall(text)) + len(_WIDE.findall(text))) // 2)


def is_small(word: str) -> bool:
    """Whether a word begins with a small letter, in a script that has capitals: Georgian is written without."""
    return word[:1].islower() and not "\u10d0" <= word[0] <= "\u10ff"
