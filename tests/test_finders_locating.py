"""In which country, and in which town of it, an event took place."""

from collections.abc import Iterator

import pytest

from evals import gold
from evals.fitting import locating as fitting
from extractor.finders.arguments import locating, towns
from extractor.logistic import Features, weights
from tests.articles import events

PLACES = [
    pytest.param(
        "Kenyan army chief calls on Indian counterpart\n\n5 March 2024, 12:00\n\nGeneral Manoj Verma, Chief of the Army Staff of India, "
        "received Lieutenant General Peter Otieno, Commander of the Kenya Army, at his office on Tuesday.\n",
        ("IN", None),
        id="who receives is at home",
    ),
    pytest.param(
        "Ministros de Defensa se reúnen\n\n5 de marzo de 2024\n\nEl ministro de Defensa de Chile, Pablo Rojas, recibió este martes a su par "
        "de Ecuador, Luis Vega, para hablar de cooperación.\n",
        ("CL", None),
        id="in Spanish",
    ),
    pytest.param(
        "استقبال وزير\n\n5 مارس 2024\n\nاستقبل وزير الدفاع الأردني اللواء سامي الحديد يوم الثلاثاء وزير الدفاع التونسي كمال العياري وبحثا التعاون العسكري.\n",
        ("JO", None),
        id="in Arabic, where the verb stands first",
    ),
    pytest.param(
        "Chilean frigate leaves for Peru\n\n5 March 2024, 12:00\n\nThe Chilean frigate Condell arrived on Monday in Callao, Peru, for a visit "
        "of four days.\n\nAdmiral Raúl Silva of Chile was welcomed there by Admiral Jorge Paz of Peru.\n",
        ("PE", "Callao"),
        id="a port",
    ),
    pytest.param(
        "Defence ministers speak by phone\n\n5 March 2024, 12:00\n\nThe defence ministers of Chile and Peru spoke by telephone on Tuesday, "
        "the ministry in Santiago said.\n",
        (None, None),
        id="a call has no place",
    ),
]


@pytest.mark.parametrize(("article", "place"), PLACES)
def test_where_the_news_took_place(article: str, place: tuple[str | None, str | None]) -> None:
    """A town says it, else who received whom (R16)."""
    event = next(iter(events(article)))

    assert (event.location_country, event.location_city) == place


def test_what_follows_the_news_is_where_that_was() -> None:
    """A second guest of the same day, of whom no place is said, was received where the first one was."""
    first, second = events(
        "Minister receives two guests\n\n5 March 2024, 12:00\n\nOman's Defence Minister Salim Al Harthy received the Defence Minister of "
        "Kenya, Peter Otieno, in Muscat on Tuesday.\n\nOn the same day Al Harthy also received the Defence Minister of Nepal, Bishnu "
        "Thapa, and discussed training.\n"
    )

    assert [event.parties for event in (first, second)] == [["KE", "OM"], ["NP", "OM"]]
    assert [event.location_country for event in (first, second)] == ["OM", "OM"]


def test_weights_are_fitted() -> None:
    """Weights fitted on some articles find most countries and towns of others, more than none do."""
    for fit, judged, table in (
        (fitting.fit_countries, fitting.countries, locating.WEIGHTS),
        (fitting.fit_towns, fitting.towns_of, towns.WEIGHTS),
    ):
        fitted = fit(gold.load_all("hard"))
        seen = [pair for one in gold.load_all("dev") for pair in judged(one) if any(pair[1])]
        right, unweighed = (sum(due[_best(options, w)] for options, due in seen) for w in (fitted, {}))

        assert right > unweighed
        assert right / len(seen) > 0.75
        assert set(_signs(seen)) <= weights(table).keys()


def _best(options: list[Features], fitted: dict[str, float]) -> int:
    return max(range(len(options)), key=lambda one: sum(fitted.get(sign, 0.0) for sign in options[one]))


def _signs(seen: list[fitting.Options]) -> Iterator[str]:
    for options, _ in seen:
        for each in options:
            yield from each
