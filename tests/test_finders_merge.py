"""The news as a model saw it, and the scenes that code found."""

import pytest

from extractor import read_text
from extractor.finders.found import Found
from extractor.finders.merge import merge
from extractor.schemas.defence.sightings import Sighting

QUIET = "Something else happened here as well, and nobody in the hall spoke a word about it for a while.\n\n"


def found(*paragraphs: str) -> Found:
    return Found(read_text("Keys for the new centre\n\n12 June 2025, 10:15\n\n" + "\n\n".join(paragraphs) + "\n"))


def seen(*countries: str, status: str = "held", line: int = 3) -> Sighting:
    return Sighting.model_validate(
        {"countries": countries, "people": [], "line": line, "event_type": "other", "status": status}
    )


TOGETHER = "Men from Togo and Ghana threw a switch in Lomé, and the screens of both lit up at the same moment."
AGAIN = "Togo had paid for the masts. Ghana brought the computers, and Togo the coffee, as the guests from Ghana noted."


def test_news_that_no_word_tells_is_the_models() -> None:
    """Where code finds no scene, two countries that the text keeps naming together make the model's event; it is told where both are."""
    (scene,) = merge(
        found(TOGETHER, AGAIN, "Togo will run it, and Ghana will pay for the power."), seen("Togo", "Ghana")
    )

    assert (scene.event_type, scene.status, scene.line, {*scene.codes}) == ("other", "held", 2, {"TG", "GH"})


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["Masts from Togo stand on the hill beside those from Ghana, among many others of all kinds.", QUIET, QUIET],
        [
            *(QUIET.replace("Something", word) for word in ("This", "That", "Nothing", "More", "Little")),
            TOGETHER,
            AGAIN,
        ],
        [QUIET, AGAIN.replace("Ghana", "Accra's firm"), QUIET],
    ],
)
def test_countries_in_passing_are_no_event(paragraphs: list[str]) -> None:
    """Named once, far down, or alone: the model's event is not believed."""
    assert merge(found(*paragraphs), seen("Togo", "Ghana")) == []


def test_an_article_of_many_states_is_commentary() -> None:
    """The same two among six others: who writes of so many tells of no event, or code has a word for it."""
    others = (
        "Elsewhere too, in Chile and in Peru, in Nepal and in Fiji, in Latvia and in Kenya, the screens are lit now."
    )
    told = [TOGETHER, AGAIN, "Togo will run it, and Ghana will pay for the power."]

    assert merge(found(*told, QUIET), seen("Togo", "Ghana"))
    assert merge(found(*told, others), seen("Togo", "Ghana")) == []


def test_what_is_only_recalled_is_no_news() -> None:
    """A model that calls the news itself past means that it has taken place."""
    (scene,) = merge(found(TOGETHER, AGAIN, "Togo and Ghana share it."), seen("Togo", "Ghana", status="past"))

    assert scene.status == "held"


def test_nothing_seen_and_nothing_found_is_nothing() -> None:
    """No sighting and no scene: no event."""
    assert merge(found(QUIET), None) == []


def test_neighbouring_sentences_name_the_two() -> None:
    """One country in a sentence and the other in the next make the model's event if the text goes on naming them."""
    rest = ["Togo liked it.", "Togo will stay.", "Ghana paid.", "Ghana left again, and Togo waved."]
    (scene,) = merge(found("A man from Togo walked round.", "His hosts were from Ghana.", *rest), seen("Togo", "Ghana"))

    assert {*scene.codes} == {"TG", "GH"}


def test_words_of_calling_off_overrule_the_model() -> None:
    """A line that says that nothing will take place tells of no plan."""
    (scene,) = merge(
        found(
            "What the ministries of Togo and Ghana had in mind for 20 June on the lake behind the dam will not take place.",
            AGAIN,
            "Togo and Ghana agree.",
        ),
        seen("Togo", "Ghana", status="planned"),
    )

    assert scene.status == "cancelled"


def test_a_service_is_read_as_its_country() -> None:
    """A model also answers with the name of a navy or an army."""
    (scene,) = merge(found(TOGETHER, AGAIN, "Togo will run it."), seen("Togolese Army", "the Navy of Ghana"))

    assert {*scene.codes} == {"TG", "GH"}
