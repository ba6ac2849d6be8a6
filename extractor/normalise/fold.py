"""Folding: text without case, diacritics, typography and invisible characters, with the way back to the raw offsets."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

_SAME = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼʻ′`´＇", "'"),
        **dict.fromkeys("“”„‟«»″〝〞＂", '"'),
        **dict.fromkeys("‐‑‒–—―−﹘﹣－", "-"),
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        **dict.fromkeys("ىی", "ي"),
        "ک": "ك",
    }
)
_SPACES = re.compile(" {2,}")
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")


@dataclass(frozen=True)
class Folded:
    """A folded text; `at[i]` is the raw offset of the character that folded character i came from, `at[-1]` the end."""

    text: str
    at: tuple[int, ...]

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """Raw code-point span (end exclusive) of the folded span."""
        return self.at[start], self.at[end - 1] + self.width(end - 1)

    def width(self, index: int) -> int:
        """Raw characters that folded character `index` stands for, invisible and combining ones after it included."""
        following = index + 1
        while following < len(self.at) - 1 and self.at[following] == self.at[index]:
            following += 1
        return self.at[following] - self.at[index]


def fold(text: str) -> Folded:
    """Fold `text`: NFKD without marks, casefolded (ß → ss, İ → i), one kind of quote, hyphen, space, Arabic ya and kaf."""
    if text.isascii() and "  " not in (plain := text.translate(_CHARACTERS)):
        return Folded(plain, tuple(range(len(text) + 1)))
    out: list[str] = []
    at: list[int] = []
    for offset, raw in enumerate(text):
        for character in _CHARACTERS[ord(raw)]:
            if character == " " and out and out[-1] == " ":
                continue
            out.append(character)
            at.append(offset)
    return Folded("".join(out), (*at, len(text)))


@cache
def fold_character(raw: str) -> str:
    """What one character folds to: nothing, one or several characters."""
    if raw in _INVISIBLE:
        return ""
    if raw.isspace():
        return " "
    if unicodedata.category(raw) == "No":  # 4½ is not 41⁄2, and 45² is not 452
        return raw
    plain = unicodedata.normalize("NFKD", raw.translate(_SAME))
    decomposed = unicodedata.normalize("NFKD", plain.casefold())
    return "".join(c.translate(_SAME) for c in decomposed if not unicodedata.combining(c))


class _Characters(dict[int, str]):
    """What characters fold to, by code point, as `str.translate` takes it; filled as they are met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = fold_character(chr(code))
        return folded


_CHARACTERS = _Characters()


def fold_text(text: str) -> str:
    """Only the folded text, trimmed: for looking a word up in a table."""
    folded = text.translate(_CHARACTERS)
    return (_SPACES.sub(" ", folded) if "  " in folded else folded).strip()
