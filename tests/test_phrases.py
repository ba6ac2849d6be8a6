"""Tables of phrases: how they are written, and which one counts where several stand."""

import pytest

from extractor.normalise.fold import fold_text
from extractor.normalise.phrases import Hit, Phrases, rows


@pytest.mark.parametrize(
    ("phrase", "text", "expected"),
    [
        ("minister*", "ministers of war", "ministers"),
        ("minister", "ministerial", None),
        ("first/second deputy", "the second deputy", "second deputy"),
        ("deputy [chief] of", "deputy of", "deputy of"),
        ("[first] deputy", "first deputy", "first deputy"),
        ("chief of _ staff", "chief of the general staff", "chief of the general staff"),
        ("chief of [_] staff", "chief of staff", "chief of staff"),
        ("chief of _ staff", "chief of the very big general staff", None),
        ("lt. gen.", "Lt Gen. Klein", "lt gen."),
        ("vice admiral", "Vice-Admiral Klein", "vice-admiral"),
        ("генерал* майор*", "генералу-майору", "генералу-маиору"),
        ("قائد", "والقائد هنا", "القايد"),
        ("m.", "M. Dupont", "m."),
    ],
)
def test_how_a_phrase_is_written(phrase: str, text: str, expected: str | None) -> None:
    """Endings, choices, missing words, points, hyphens and Arabic prefixes are as the module says; offsets are of the folded text."""
    folded = fold_text(text)
    hits = Phrases([("x", phrase)]).find(folded)

    assert [folded[hit.start : hit.end] for hit in hits] == ([expected] if expected else [])


def test_the_longest_counts_then_the_first_label() -> None:
    """At one place the longest phrase counts; of two as long, the label that stands first."""
    table = Phrases([("none", "ministry*"), ("office", "minist*"), ("deputy", "minist* aide")])

    assert table.find("ministry") == [Hit("none", 0, 8)]
    assert table.find("minister aide") == [Hit("deputy", 0, 13)]


def test_rows_of_both_kinds_of_table() -> None:
    """A table is phrases by language, or phrases at once."""
    assert list(rows({"a": {"en": "one | two", "de": "eins"}, "b": "three"})) == [
        ("a", "one"),
        ("a", "two"),
        ("a", "eins"),
        ("b", "three"),
    ]
