"""Which sentence tells the news, and that an article with none has none."""

import pytest

from evals import gold
from evals.fitting import lead as fitting
from extractor import read_text
from extractor.finders.events import lead
from extractor.finders.events.lead import leads
from extractor.finders.found import Found
from extractor.logistic import probability, weights

MEETING = (
    "Bolivia and Kenya hold defence talks\n\n12 June 2025, 10:15\n\n"
    "The old barracks above La Paz have seen many guests, and a bronze plate beside the gate names some of them.\n\n"
    "Bolivia's Defence Minister Rosa Quispe met her Kenyan counterpart Peter Otieno there on Tuesday, 10 June.\n\n"
    "They spoke about mountain training and radio sets, and will meet again in Nairobi next year.\n"
)
SANCTIONS = (
    "Canada puts nine companies on its list\n\n12 June 2025, 10:15\n\n"
    "Canada has imposed sanctions on nine companies that sold parts of missiles and of drones to Iran and Syria.\n\n"
    "The delivery of such parts has been forbidden since 2012, but shops in Toronto went on with it, a judge said.\n\n"
    "The companies may appeal until the autumn; three of them have closed, and their owners could not be reached.\n\n"
    "Lists of this kind have grown longer every year, and the customs office has asked for forty more people.\n"
)
EXERCISE = (
    "Reservists learn to cross a river\n\n12 June 2025, 10:15\n\n"
    "Four hundred Danish reservists have begun an exercise on the Gudenå, the largest of its kind this year.\n\n"
    "It ends on Sunday; drivers are asked to go around the bridge, the army said.\n\n"
    "Most of them are farmers and teachers, who come for two weeks, and some have brought their own tents.\n\n"
    "The river is low this summer, so that the engineers had to look for a deeper place near the mill.\n"
)
BOOK = (
    "A clerk remembers\n\n12 June 2025, 10:15\n\n"
    "In forty years Anne Dupont typed every agreement that France signed, from Chad to Viet Nam, and her book tells of it.\n\n"
    "Whoever looks for secrets of the meetings in Algeria, Gabon and Mali will find recipes, she says.\n\n"
    "Her machine stands in a museum now, and the ribbon is still in it, as she left it on her last day.\n\n"
    "The book has two hundred pages and many drawings, and costs as much as a good dinner.\n"
)


def test_news_is_told_below_the_first_sentence() -> None:
    """The sentence in which the two meet, not the one above it, tells the news."""
    news = lead.find(Found(read_text(MEETING)).teller())

    assert news
    assert (news.event_type, news.status, news.line) == ("meeting", "held", 3)
    assert {*news.codes} == {"BO", "KE"}


def test_a_headline_tells_for_a_sentence_without_a_word_of_its_own() -> None:
    """Two states named below a headline that says what they did."""
    text = (
        "Paraguay and Bolivia ministers on the phone after shots\n\n30 August 2019\n\n"
        "The defence ministers of Paraguay and Bolivia spent half an hour on Wednesday on the shooting near the Chaco crossing.\n\n"
        "Minister Juan Rojas of Paraguay was at home, Minister Luis Paz of Bolivia in a hotel that has no name.\n\n"
        "Nobody was hurt, and the cattle are still on the wrong side of the line, the agency says.\n"
    )
    teller = Found(read_text(text)).teller()
    news = lead.find(teller)

    assert [one.line.number for one in leads(teller) if not one.line.kinds] == [2, 3]
    assert news
    assert (news.event_type, {*news.codes}) == ("call", {"BO", "PY"})


def test_sentences_that_may_tell_are_news_together() -> None:
    """Of a trip through several states no sentence need be sure: it is news, and one of the likeliest tells it."""
    text = (
        "Two capitals in two days\n\n8 November 2017\n\n"
        "It was a trip of short ways, and the talks in Ljubljana were about the tunnel, the Slovene General Andrej Potok said.\n\n"
        "The camp in Kosovo that both armies have used for years was another subject.\n\n"
        "In Zagreb the talks were about pilots: the Croat General Mirko Saric asked for places in a school near Vienna.\n\n"
        "Talks about the mission in Bosnia, which somebody from Graz leads at present, took the rest of the evening.\n"
    )
    able = leads(Found(read_text(text)).teller())
    most = max(one.probability for one in able)

    assert most < lead.LIKELY
    assert lead.news(able[0].teller, able)
    assert lead.find(able[0].teller)


@pytest.mark.parametrize("text", [SANCTIONS, EXERCISE, BOOK])
def test_no_news(text: str) -> None:
    """Words for events alone make none: what one country does, old times."""
    teller = Found(read_text(text)).teller()

    assert leads(teller)
    assert lead.find(teller) is None


def test_every_sign_has_a_weight() -> None:
    """What is seen in an article of the kind that weights were fitted on is known to them."""
    signs = {
        sign for text in (MEETING, SANCTIONS) for one in leads(Found(read_text(text)).teller()) for sign in one.signs()
    }

    assert {"people of two", "headline names two", "kind meeting", "a day"} <= signs
    assert signs <= {*weights(lead.WEIGHTS)}


def test_labels_say_what_proves_an_event() -> None:
    """Of an article without events nothing is right; of one with events what proves them, and nothing below it is wrong."""
    without = next(one for one in gold.load_all("wide") if not one.label.record.events and fitting.judged(one))
    with_one = next(one for one in gold.load_all("dev") if len(one.label.record.events) == 1)

    assert [right for _, right in fitting.judged(without)] == [0.0] * len(leads(Found(without.document).teller()))
    assert [right for _, right in fitting.judged(with_one)][-1] == 1.0


def test_weights_are_fitted() -> None:
    """Weights fitted on some articles tell most leads of others from the rest."""
    fitted = fitting.fit(gold.load_all("dev"))
    seen = [pair for one in gold.load_all("hard") for pair in fitting.judged(one)]
    right = sum((probability(signs, fitted) >= 0.5) == bool(due) for signs, due in seen)

    assert right / len(seen) > 0.8
