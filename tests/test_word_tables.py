"""The word tables are read by parts and tried by halves; that finds what reading and trying all of them finds."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from extractor import document
from extractor.finders import cues, people, topics
from extractor.finders.people import coreference
from extractor.finders.places import gazetteer
from extractor.normalise import lexicon
from extractor.normalise.fold import fold, fold_text

GOLD = Path(__file__).parent.parent / "gold" / "dev"
CUES, TOPICS = Path(cues.__file__).with_suffix(".toml"), Path(topics.__file__).with_suffix(".toml")
CITIES = Path(gazetteer.__file__).with_name("cities.tsv")


@pytest.mark.parametrize("language", ["en", "ar", "kk", "fi"])
def test_a_language_is_read_as_in_the_whole_table(language: str) -> None:
    """The entries of one language are those that the whole file has."""
    whole = tomllib.loads(TOPICS.read_text(encoding="utf-8"))

    part = lexicon.read(TOPICS, language)

    expected = {section: {code: text for code, text in by.items() if code == language} for section, by in whole.items()}
    assert expected == part


@pytest.mark.parametrize(
    "article", ["en_tokyo_manila_call.txt", "ru_ulanbator_plan.txt", "ar_benguerdane_demining.txt"]
)
def test_phrases_that_stand_find_what_all_phrases_find(article: str) -> None:
    """A pattern of the phrases whose letters a text has finds what the pattern of all of them finds."""
    language, text = article[:2], fold((GOLD / article).read_text(encoding="utf-8"))
    tables = [lists for family in lexicon.read(CUES, language).values() for lists in family.values()]

    every = [list(lexicon.spans(lexicon.compiled(lists, language), text)) for lists in tables]
    standing = [list(lexicon.spans(lexicon.compiled(lists, language, text.text), text)) for lists in tables]

    assert any(every)
    assert every == standing


@pytest.mark.parametrize("written", ["colou?r of war", "(be )?signed", "plan*", "a(b|c)d"])
def test_no_phrase_is_missed_for_letters_that_it_can_do_without(written: str) -> None:
    """What a phrase need not have is not looked for."""
    text = fold_text("The plans for the color of war are signed: acd.")

    assert lexicon.standing([written, "never heard"], text) == [written]


def test_spellings_are_in_the_order_in_which_they_are_searched() -> None:
    """Each spelling stands once, in the order of its bytes, with the numbers of lines that are cities."""
    rows = [row.split(b"\t") for row in CITIES.with_name("spellings.tsv").read_bytes().splitlines()]
    lines = len(CITIES.read_bytes().splitlines())

    numbers = [int(number) for _, numbers in rows for number in numbers.split()]

    assert all(one[0] < other[0] for one, other in pairwise(rows))
    assert (min(numbers), max(numbers)) == (2, lines)


@pytest.mark.parametrize(("spelling", "country"), [("riga", "LV"), ("10 de abril", "MX"), ("ἀθήνα", None), ("", None)])
def test_a_spelling_is_found_or_not(spelling: str, country: str | None) -> None:
    """The biggest city that is spelt so, anywhere in the file, or none."""
    assert next((city.country for city in gazetteer.spelt(spelling)), None) == country


def _comparisons(meetings: int, monkeypatch: pytest.MonkeyPatch) -> int:
    """How many pairs of names are compared in an article on so many meetings, each of two other ministers."""
    syllables = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
    names = (f"{syllables[n % 70]}{syllables[n // 70]}lund".title() for n in range(4 * meetings))
    lines = [f"Defence Minister {a} {b} met Defence Minister {c} {d}." for a, b, c, d in zip(*[names] * 4, strict=True)]
    compared: list[str] = []
    fits = coreference.same_given

    def counting(one: str, other: str, language: str) -> bool:
        compared.append(one)
        return fits(one, other, language)

    with monkeypatch.context() as patch:
        patch.setattr(coreference, "same_given", counting)
        assert people.find(document.from_text("\n".join(lines)))
    return len(compared)


def test_twice_the_text_takes_twice_the_comparisons(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names are compared with those that share letters with them, not with every name of a long text."""
    assert _comparisons(200, monkeypatch) < 3 * _comparisons(100, monkeypatch)
