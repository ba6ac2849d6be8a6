"""From a written form to the forms it may come from: case endings, adjective endings, Arabic prefixes, Turkic suffixes.

Everything here works on folded words (й is и, ё is е, ł is l). A form that no rule undoes comes back as it is; forms
are candidates, and a table of names decides which of them exists.
"""

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

from extractor.normalise.fold import fold_text

_ENDINGS: dict[str, dict[str, str]] = tomllib.loads(
    Path(__file__).with_name("endings.toml").read_text(encoding="utf-8")
)
"""Languages and their rules, of `nouns` and `adjectives`."""
_SUFFIX = re.compile(
    r"(?:l[iu])?(?:l[aeə]r)?(?:s?[iu]|[iu]miz|[iu]niz)?"
    r"(?:n?[iu]n|n?[aeə]|y[aeə]|n?[dt][aeə]n?|y[iu]|n[iu]|y?l[aeə]|n?[dt][aeə]ki(?:l[aeə]r)?(?:n?[iu]n|[aeə])?|c[aeə])?"
)
"""Turkish and Azerbaijani: -li, plural, possessive, case, in that order; each may be missing."""
_KAZAKH = re.compile(
    r"(?:[лдт][ыі][қкғг])?(?:[лдт][ае]р)?(?:с?[ыі]|[ыі]?м[ыі]з)?"
    r"(?:[ндт][ыі]ң|[ғгқкн]?[ае]|[ндт][ыі]|н|н?[дт][ае](?:н|ғы|гі)?|н[ае]н|[мбп]ен|ш[ае])?"
)
"""Kazakh: -lyq, plural, possessive, case, in that order; each may be missing."""
_HUNGARIAN = re.compile(
    r"(?:jai|jei|ai|ei|ja|je|i|a|e)?(?:ak|ek|ok|k)?(?:at|et|ot|t|nak|nek|val|vel|[^\W\d_aeiou][ae]l|ert|ba|be|ban|ben|bol|rol|ra|re|on|en|an|n|tol|hoz|hez"
    r"|nal|nel|ig|ul|kent|ott|ett|va|ve|beli|i)?"
)
"""Hungarian: possessive, plural, case, in that order; each may be missing. Folded: -ból and -ből are one."""
_LONGEST = 14
_HEADS = ("", "و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")
_ARABIC_ENDINGS = ("ة", "ين", "ون", "ان", "ات", "تين", "تان", "ا")
_FINNISH = re.compile(
    r"(?:n|t|a|ta|tta|ssa|sta|lla|lta|lle|ksi|na|tten|ien|jen|iden|in|issa|ista|illa|ilta|ille|iin|ihin|oihin|ja|ia|seen|[aeiouy]n|h[aeiouy]n)"
    r"(?:kin|kaan|han)?$"
)
"""Finnish, folded: the endings of the cases."""
_STRONG = (
    ("nn", "nt"), ("ll", "lt"), ("rr", "rt"), ("mm", "mp"), ("ng", "nk"), ("k", "kk"), ("t", "tt"), ("p", "pp"), ("d", "t"), ("v", "p"),
)  # fmt: skip
"""Consonants of the weak grade before the last vowel, and those of the strong one: Helsingin is Helsinki's."""
_BODIES_KO = "군 측 제 산 인 계 내 행 발 시 주 항 정부 정부군 대사관 국적"
_PARTICLES_KO = """
은 는 이 가 을 를 의 에 에서 에게 에도 에는 에서는 에서도 에서의 와 과 와의 과의 와는 과는 도 만 로 으로 로의 으로의 로부터 으로부터 부터 까지
까지의 보다 처럼 에선 이나 나 이며 며 이고 이다 이라고 라고 라는 이라는 간 등 서 에의 뿐 에게서 로서 으로서 로도 으로도
"""


def _either(words: str) -> str:
    return "|".join(fold_text(word) for word in sorted(words.split(), key=len, reverse=True))


_KOREAN = re.compile(f"(?:{_either(_BODIES_KO)})?(?:{_either(_PARTICLES_KO)})?")
"""Korean, folded into its letters: what makes a people's or a body's name of a state's, then a particle."""
_TURKIC = {"tr": _SUFFIX, "az": _SUFFIX, "kk": _KAZAKH, "hu": _HUNGARIAN, "ko": _KOREAN}
"""Languages whose suffixes are cut as they are, Korean among them."""


LANGUAGES = frozenset({*_ENDINGS["nouns"], *_ENDINGS["adjectives"], *_TURKIC, "ar", "fi", "ja"})
"""Languages whose endings are known."""
_STEM = 4
"""Letters that a name keeps in a language whose endings nobody has written down; in Korean a syllable is one letter."""
_CUT = 4


@cache
def _rules(kind: str, language: str) -> dict[str, tuple[str, ...]]:
    text = _ENDINGS[kind].get(language, "")
    rules: dict[str, tuple[str, ...]] = {}
    for rule in text.split():
        ending, _, replaced = rule.partition("=")
        rules[ending] = (*rules.get(ending, ()), *replaced.split(","))
    return rules


@lru_cache(maxsize=50_000)
def nouns(word: str, language: str) -> tuple[str, ...]:
    """The folded word itself, then the nominatives that it may be a case form of."""
    if language in _TURKIC:
        return _turkic(word, _TURKIC[language])
    if language == "ar":
        return _arabic(word)
    if language == "fi":
        return _finnish(word)
    if language not in LANGUAGES:
        return unknown(word, language)
    return (word, *_undone(word, _rules("nouns", language)))


@lru_cache(maxsize=50_000)
def adjectives(word: str, language: str) -> tuple[str, ...]:
    """The folded word itself, then the stems of adjectives or of names of peoples that it may come from."""
    if language in _TURKIC:
        return _turkic(word, _TURKIC[language])
    if language == "ar":
        return _arabic_adjectives(word)
    return (word, *_undone(word, _rules("adjectives", language)))


def unknown(word: str, language: str) -> tuple[str, ...]:
    """A word of a language whose endings aren't known, and what is left of it without its last letters."""
    least = 2 if language == "ko" else _STEM
    return (word, *(word[:cut] for cut in range(len(word) - 1, max(least, len(word) - _CUT) - 1, -1)))


def _undone(word: str, rules: dict[str, tuple[str, ...]]) -> list[str]:
    return [
        word[:cut] + replaced
        for cut in range(max(2, len(word) - 6), len(word))
        for replaced in rules.get(word[cut:], ())
    ]


def _turkic(word: str, suffix: "re.Pattern[str]") -> tuple[str, ...]:
    lowest = max(2, len(word) - _LONGEST)
    cuts = range(lowest + 1, len(word)) if suffix is _HUNGARIAN else range(len(word) - 1, lowest, -1)
    return (word, *(word[:cut] for cut in cuts if suffix.fullmatch(word, cut)))


def _finnish(word: str) -> tuple[str, ...]:
    """Nominatives: without its case ending, in the strong grade, with -i for -e-, without the -i- of foreign names."""
    found = [word]
    for cut in range(len(word) - 1, max(2, len(word) - 9), -1):
        if not _FINNISH.fullmatch(word, cut):
            continue
        stem = word[:cut]
        bases = [stem]
        vowel = stem[-1:]
        head = stem[:-1]
        bases += [
            head.removesuffix(weak) + strong + vowel
            for weak, strong in _STRONG
            if head.endswith(weak) and vowel in "aeiouy"
        ]
        if vowel in "aeiou" and head[-1:] in "aeiou":
            bases += [head + "k" + vowel]  # Riian, Riika
        for base in bases:
            found += [base]
            if base.endswith("e"):
                found += [base[:-1] + "i", base[:-1]]
            if base.endswith("i"):
                found += [base[:-1], base + "t"]
            if base.endswith("kse"):
                found += [base[:-3] + "s"]
    return tuple(dict.fromkeys(found))


def _arabic(word: str) -> tuple[str, ...]:
    found = [word]
    for head in _HEADS:
        if not word.startswith(head):
            continue
        rest = word[len(head) :]
        found += [rest, *(rest[1:] for letter in _PREPOSITIONS if rest.startswith(letter) and len(rest) > 4)]
        if rest.startswith("لل"):
            found.append("ا" + rest[1:])
    return tuple(dict.fromkeys(found))


def _arabic_adjectives(word: str) -> tuple[str, ...]:
    """Stems in -ي: with the article any preposition may stand before it, without it only 'and'."""
    bare = [word, *(word[1:] for head in _HEADS[1:] if word.startswith(head))]
    bare += [form.removeprefix("ال") for form in _arabic(word) if form.startswith("ال")]
    found = list(bare)
    for form in bare:
        found += [form.removesuffix(e) for e in _ARABIC_ENDINGS if form.endswith(e) and len(form) - len(e) > 2]
    return tuple(dict.fromkeys(found))
