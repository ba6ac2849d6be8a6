"""How right a single value is."""

import pytest

from evals import grades


@pytest.mark.parametrize(
    ("predicted", "expected", "grade"),
    [
        ("2024-05-01", "2024-05-01", 1.0),
        ("2024-05", "2024-05-01", 0.5),
        ("2024-05-01", "2024", 0.5),
        ("2024-05-02", "2024-05-01", 0.0),
        ("2024-05", "2024-06-01", 0.0),
        ("2024-1", "2024-12", 0.0),
        ("2017", "2017/..", 0.5),
    ],
)
def test_dates(predicted: str, expected: str, grade: float) -> None:
    """The same date 1, a coarser one that agrees ½, any other 0."""
    assert grades.date(predicted, expected, ()) == grade


@pytest.mark.parametrize(
    ("predicted", "expected", "grade"),
    [
        ("Zakir Hasanov", "Zakir Hasanov", 1.0),
        ("Zakir Gasanov", "Zakir Hasanov", 1.0),
        ("Закир Гасанов", "Zakir Hasanov", 1.0),
        ("Chrenin", "Khrenin", 1.0),
        ("Viktor Khrenin", "Wiktar Chrenin", 1.0),
        ("Sergei Shoigu", "Sergey Shoygu", 1.0),
        ("Sadikov", "Sadygov", 1.0),
        ("Hasanov", "Zakir Hasanov", 0.5),
        ("Milley", "Miller", 0.0),
        ("Ali Hasanov", "Ali Huseynov", 0.0),
        ("Zakir Hasanov", "Andrei Ravkov", 0.0),
    ],
)
def test_persons(predicted: str, expected: str, grade: float) -> None:
    """Another transliteration is the same name, a part of it half, a similar name is another man."""
    assert grades.person(predicted, expected, ()) == grade


def test_alias_counts_everywhere() -> None:
    """An alias is as right as the value itself."""
    assert grades.person("Burchuladze", "Juansher Burchuladze", ["Burchuladze"]) == 1.0
    assert grades.place("Kiev", "Kyiv", ["Kiev"]) == 1.0
    assert grades.code("MD", "RO", ["MD"]) == 1.0
    assert grades.text("Plan 2024", "the plan for 2024", ["Plan 2024"]) == 1.0
    assert grades.date("2024-05-02", "2024-05-01", ["2024-05-02"]) == 1.0


def test_texts() -> None:
    """Case and typography don't matter; the same words in another order are half right; other words are wrong."""
    assert grades.text("the “Plan”  for 2024", 'The "Plan" for 2024', ()) == 1.0
    assert grades.text("for 2024 the plan", "the plan for 2024", ()) == 0.5
    assert grades.text("a contract", "the plan for 2024", ()) == 0.0


def test_places_and_codes_are_right_or_wrong() -> None:
    """There is no half right city and no half right country."""
    assert grades.place("BAKU", "Baku", ()) == 1.0
    assert grades.place("Bak", "Baku", ()) == 0.0
    assert grades.code("AZ", "AM", ()) == 0.0
