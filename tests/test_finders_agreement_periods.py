"""For which years a paper is."""

import pytest

from extractor.finders.agreements import find
from tests.test_finders_agreements import article


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("They signed a cooperation plan for 2026.", "2026"),
        ("They signed a cooperation plan for 2026–2028.", "2026/2028"),
        ("They signed a cooperation plan for 2026 to 2028.", "2026/2028"),
        ("They signed a cooperation plan for 2026-28.", "2026/2028"),
        ("They signed the 2026 military cooperation plan.", "2026"),
        ("They signed a military cooperation plan for the coming year.", None),
        ("A memorandum on transit was signed in 2025.", None),
        ("The work rests on the memorandum of 2019.", None),
        ("The work rests on a memorandum on transit, in force since 2019.", "2019/.."),
    ],
)
def test_period(sentence: str, period: str | None) -> None:
    """Years that a paper is for are its period; the year of its signing is none (H5)."""
    assert [a.period for a in find(article("en", "-", sentence))] == [period]
