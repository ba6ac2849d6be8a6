"""Who takes part in the news, and which weights say so."""

import pytest

from evals import gold
from evals.fitting import attendance as fitting
from evals.runs import recording
from extractor import build, read_text, settings
from extractor.finders.arguments import attendance
from extractor.finders.arguments.attendance import named
from extractor.finders.found import Found
from extractor.logistic import probability, weights

MODEL = "local:qwen2.5-coder-1.5b"
NEWS = (
    "Bolivia and Kenya hold defence talks\n\n12 June 2025, 10:15\n\n"
    "Bolivia's Defence Minister Rosa Quispe met her Kenyan counterpart, Defence Minister Peter Otieno, in La Paz on Tuesday.\n\n"
    "General Mario Choque, the chief of staff, joined them when they spoke about mountain training and radio sets.\n\n"
    "The two ministers agreed that officers of both countries would visit each other more often than before.\n\n"
    "The old barracks above the city, where they walked after lunch, will be painted in the spring of next year.\n\n"
    "Residents complained about the noise of the helicopters, which circled over the market for most of the day.\n\n"
    "Buses went another way, and the ministry asked everybody to be patient until the guests had left again.\n\n"
    "Schools in the quarter closed at noon, and the bakers of the main street sold everything that they had.\n\n"
    '"It was worth the trouble", the ministry\'s spokesman, Major Juan Mamani, told reporters on Wednesday.\n'
)


def test_who_met_takes_part_and_no_spokesman() -> None:
    """The two who met and the general beside them; not who told the papers."""
    found = Found(read_text(NEWS))

    assert [found.document.words(person.name) for person in attendance.taking(found, found.scenes)] == [
        "Rosa Quispe",
        "Peter Otieno",
        "Mario Choque",
    ]


def test_every_sign_has_a_weight() -> None:
    """What is seen in an article of the kind that weights were fitted on is known to them."""
    found = Found(read_text(NEWS))
    signs = {sign for _, seen in attendance.candidates(found, found.scenes) for sign in seen}

    assert {"a rank", "in the telling line", "role defence_minister", "with others"} <= signs
    assert signs <= {*weights(attendance.WEIGHTS)}


@pytest.mark.parametrize(
    ("said", "expected"),
    [("Rosa Quispe", True), ("Defence Minister Rosa Quispe", True), ("Peter Otieno", False), ("", False)],
)
def test_named_by_a_model(said: str, expected: bool) -> None:
    """A model names people with and without their titles."""
    found = Found(read_text(NEWS))

    assert named(found, [said], found.people[0]) is expected


def test_labels_say_who_took_part() -> None:
    """Each person of an article comes once for code alone and once with the model's recorded answer, as the gold has them."""
    recorded = recording("defence/v2", MODEL)
    loaded = settings.load(prompt="defence/v2", model=MODEL, cache="replay", cache_dir=recorded)
    one = next(one for one in gold.load_all("dev") if len(one.label.record.events) == 1)
    seen = fitting.judged(one, build.task(loaded))

    assert {right for _, right in seen} <= {0.0, 1.0}
    assert sum(right for _, right in seen) > 0
    assert {"the model asked" in signs for signs, _ in seen} == {True, False}


def test_weights_are_fitted() -> None:
    """Weights fitted on a few articles tell most of their participants from the others."""
    golds = gold.load_all("hard")[:12]
    fitted = fitting.fit(golds, "defence/v2", MODEL)
    loaded = settings.load(prompt="defence/rules", model=MODEL, cache="replay")
    seen = [pair for one in golds for pair in fitting.judged(one, build.task(loaded))]
    right = sum((probability(signs, fitted) >= attendance.LIKELY) == bool(due) for signs, due in seen)

    assert right / len(seen) > 0.8
