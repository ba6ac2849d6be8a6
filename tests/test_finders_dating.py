"""On which day an event took place, of all the days that an article names."""

import pytest

from evals import gold
from evals.fitting import dating as fitting
from evals.fitting.logistic import weigh_choices
from extractor import extract, read_text
from extractor.finders.arguments import dating
from extractor.finders.arguments.days import Days
from extractor.finders.found import Found
from extractor.logistic import shares, weights
from extractor.schemas.defence.record import DefenceRecord
from tests.articles import events


def test_what_takes_days_has_the_date_of_its_first_day() -> None:
    """An exercise that has ended is dated by its beginning, wherever that is said (H9)."""
    (event,) = events(
        "Oman and Jordan end desert drill\n\n21 March 2024, 12:00\n\nThe exercise of Oman and Jordan ended near Salalah on Wednesday.\n\n"
        "It began on 11 March and brought 300 soldiers together.\n"
    )

    assert (event.event_type, event.date) == ("exercise", "2024-03-11")


def test_the_day_of_a_statement_is_not_that_of_the_event() -> None:
    """'The ministry said Friday' dates the news, not what it tells."""
    (event,) = events(
        "Fiji and Tonga hold talks\n\n14 June 2024, 12:00\n\nThe defence ministers of Fiji and Tonga held talks in Suva on Tuesday, the "
        "Ministry of Defence said on Friday.\n"
    )

    assert event.date == "2024-06-11"


@pytest.mark.parametrize(
    "background",
    [
        "An agreement of 21 May 1929 settled the border, and both of the countries keep to it.",
        "They spoke of the frigate that is to be delivered to the navy by 15 December 2026.",
        "They discussed the upcoming meeting of the staffs, for which the rooms are booked.",
    ],
)
def test_what_was_held_is_of_late(background: str) -> None:
    """Neither a day of old nor one to come is that of an event that has taken place, and what they spoke of makes it no plan."""
    (event,) = events(
        "Ministers of Chile and Peru meet\n\n14 June 2024, 12:00\n\nThe defence ministers of Chile and Peru, Ana Rojas and Luis Vega, met "
        f"in Lima.\n\n{background}\n"
    )

    assert (event.status, event.date) == ("held", "2024-06-14")


def test_the_day_of_talks_is_not_that_on_which_the_visit_began() -> None:
    """What takes no days has no first one, though another day of its line is earlier."""
    (event,) = events(
        "Ministers of Chile and Peru meet\n\n14 June 2024, 12:00\n\nChile's Defence Minister Ana Rojas met Peru's Defence Minister Luis "
        "Vega in Lima on 12 June. His visit to Peru began on 10 June.\n"
    )

    assert event.date == "2024-06-12"


def test_what_began_lately_is_told_with_what_is_to_come() -> None:
    """A sentence that says how long it will last also says when it began."""
    (event,) = events(
        "Chilean and Peruvian marines train in Iquique\n\n21 August 2024, 12:00\n\nMarines of Chile and Peru are holding an exercise in "
        "Iquique.\n\nThe drill, which began on 18 August, will last until 29 August.\n"
    )

    assert (event.event_type, event.date) == ("exercise", "2024-08-18")


def test_a_whole_day_nearby_is_the_day_of_the_news() -> None:
    """A year in a later sentence is none; nor is the weekday of what the guest will do the day of the journey."""
    (talks,) = events(
        "Peru and Chile hold staff talks\n\n12 June 2024, 12:00\n\nOn 4 and 5 June 2024 the harbour of Arica was full of flags and of "
        "guests from both of the navies.\n\nThe third round of staff talks between Peru and Chile was held there, in the old customs "
        "house by the sea.\n\nIn 2023 the officers had met in Callao, where it rained for most of the week.\n"
    )
    (trip,) = events(
        "Chilean minister visits Peru\n\n12 June 2024, 12:00\n\nChile's Defence Minister Rosa Quispe arrived in Lima, Peru, on Sunday "
        "for an official visit of five days.\n\nShe will see the barracks of the engineers on Tuesday, the ministry in Lima said.\n"
    )

    assert (talks.date, trip.date) == ("2024-06-04", "2024-06-09")


def test_an_old_year_is_not_the_day_of_the_news() -> None:
    """What happened years ago beside the news dates nothing: then it is that of the publication."""
    (event,) = events(
        "Chile gives Peru a field hospital\n\n10 September 2021, 12:00\n\nThe Chilean army has handed over a field hospital to the "
        "Peruvian army in Tacna as a gift.\n\nThe old one, which Peru had had since 2016, was lost in a flood.\n"
    )

    assert event.date == "2021-09-10"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Kenyan pioneers learn to dive in Split\n\n9 August 2024\n\nTwelve pioneers of the Kenyan army passed out of a divers' course of "
                "the Croatian navy in Split on Thursday.\n\nThe course had begun on 15 July.\n"
            ),
            "2024-07-15",
        ),
        (
            (
                "Übung in Ohrid beendet\n\n22. September 2023\n\nIn Ohrid haben Soldaten Nordmazedoniens und Albaniens am Freitag eine "
                "gemeinsame Übung beendet.\n\nDie Übung lief seit dem 18. September.\n"
            ),
            "2023-09-18",
        ),
        (
            (
                "Министр обороны Монголии в Минске\n\n22 ноября 2018\n\nМинистр обороны Монголии генерал-лейтенант Бат-Эрдэнэ Дорж находится в "
                "Беларуси с 20 по 23 ноября.\n\n21 ноября в Минске он провёл переговоры с министром обороны Беларуси генерал-лейтенантом Игорем "
                "Лосевым.\n"
            ),
            "2018-11-21",
        ),
        (
            (
                "El ministro de Defensa de Chile viajará a Asunción\n\n6 de noviembre de 2023\n\nEl Ministerio de Defensa de Chile informó hoy que "
                "el ministro Raúl Soto visitará Paraguay el próximo lunes 13 de noviembre.\n"
            ),
            "2023-11-13",
        ),
    ],
)
def test_of_several_days(text: str, expected: str) -> None:
    """A course has the day on which it began, talks the day of a visit on which they were, a plan not the one on which it was told."""
    assert events(text)[0].date == expected


def test_a_page_without_a_day() -> None:
    """What was held is of the day of publication where no words give another, what is to come of none."""
    page = "{}\n\n3 March 2021\n\nThe defence ministers of Peru and Chile, Ana Rojas and Luis Soto, {} in Lima.\n"

    assert events(page.format("Peru and Chile talk", "met"))[0].date == "2021-03-03"
    assert events(page.format("Peru and Chile to talk", "will meet"))[0].date is None


def test_the_day_before_in_a_first_sentence() -> None:
    """Where no day is told before it, it is the one before the publication."""
    page = (
        "Чилі та Перу провели переговори\n\n9 лютого 2011, 12:26\n\nМіністр оборони Чилі Луїс Сото зустрівся напередодні в Лімі з міністром "
        "оборони Перу Аною Рохас.\n"
    )
    (event,) = events(page)
    record = extract(read_text(page), prompt="defence/rules", cache="off")

    assert isinstance(record, DefenceRecord)
    (told,) = record.events
    assert event.date == told.date == "2011-02-08"
    assert (told.date_basis, told.date_text) == ("relative", "напередодні")


def test_which_part_a_day_is() -> None:
    """A word for a beginning belongs to its day, not to another one in the line; 'since' stands right before it."""
    found = Found(
        read_text(
            "Drill\n\n22 September 2023\n\nThe exercise of Fiji and Tonga, which began on 11 September, ended on 20 September in Suva.\n\n"
            "Troops had been there since 8 September and are there until 24 September.\n"
        )
    )
    days = Days(found, found.scenes[0])

    assert [(day.value[-2:], days.phases(day)) for day in days.all] == [
        ("11", {"began"}), ("20", {"ended"}), ("08", {"since"}), ("24", {"until"}),
    ]  # fmt: skip


def test_choices_are_weighed() -> None:
    """The weights that make the right one of each group the likeliest; several right ones share."""
    groups = [[{"left": 1.0}, {"right": 1.0}, {}], [{"right": 1.0}, {"right": 1.0, "left": 1.0}]] * 20
    fitted = weigh_choices(groups, [[False, True, False], [True, False]] * 20, 0.1)
    several = weigh_choices([[{"a": 1.0}, {"b": 1.0}, {"c": 1.0}]] * 20, [[True, True, False]] * 20, 0.1)

    assert fitted["right"] > 1 > -1 > fitted["left"]
    assert shares(groups[0], fitted)[1] > 0.9
    assert several["a"] == several["b"] > several["c"]


def test_weights_are_fitted() -> None:
    """Weights fitted on some articles find more days of others than the rule that it is the one of the telling line."""
    seen = [pair for one in gold.load_all("dev") for pair in fitting.judged(one)]

    def right(weights: dict[str, float]) -> int:
        return sum(due[(likely := shares(options, weights)).index(max(likely))] for options, due in seen)

    fitted = right(fitting.fit(gold.load_all("hard")))

    assert fitted > right({"in the telling line": 1.0, "when somebody said so": -0.5})
    assert fitted / len(seen) > 0.8


def test_the_table_is_of_these_signs() -> None:
    """Every sign that some day of the labelled articles has is weighed."""
    signs = {
        sign
        for one in gold.load_all("dev", "hard")
        for options, _ in fitting.judged(one)
        for each in options
        for sign in each
    }

    assert len(signs) > 100
    assert signs <= weights(dating.WEIGHTS).keys()
