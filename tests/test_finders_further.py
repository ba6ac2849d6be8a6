"""Which sentences tell of another event than the news: what speaks for them, and how their weights are fitted."""

import pytest

from evals import gold
from evals.fitting import further as fitting
from extractor import read_text
from extractor.finders.events import lead
from extractor.finders.events.further import WEIGHTS, Further
from extractor.finders.events.signs import Sentence, Signs
from extractor.finders.found import Found
from extractor.logistic import weights

HEAD = (
    "Bolivia and Kenya hold defence talks\n\n12 June 2025, 10:15\n\n"
    "Bolivia's Defence Minister Rosa Quispe met Kenya's Defence Minister Peter Otieno in La Paz on Tuesday, 10 June 2025.\n\n"
    "They spoke about mountain training, about radio sets and about officers who learn Spanish in the evening.\n\n"
    "The old barracks above the city, where they walked after lunch, will be painted soon, a caretaker said.\n\n"
)


def further(sentence: str) -> Further:
    """The further events of an article that ends with this sentence."""
    teller = Found(read_text(f"{HEAD}{sentence}\n")).teller()
    news = lead.find(teller)
    assert news
    return Further(teller, news)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The next round of talks will be held in Nairobi in March 2026.", [("staff_talks", "planned")]),
        ("A joint exercise of Bolivia and Kenya in Nanyuki, set for 20 July 2025, was cancelled.", [("exercise", "cancelled")]),
        ("Kenya and Uganda will begin a joint exercise in Kampala on 3 July 2025.", [("exercise", "planned")]),
        ("Bolivia's Defence Minister Rosa Quispe met Kenya's Defence Minister Peter Otieno in La Paz on Tuesday, the agency reports.", []),
        ("The two ministers had lunch and looked at the mountains.", []),
        ("Bolivia's parliament will debate the budget of the army in the autumn.", []),
    ],
)  # fmt: skip
def test_another_event(sentence: str, expected: list[tuple[str, str]]) -> None:
    """The next round, what is called off, what others plan; no protocol, nothing at home."""
    assert [(scene.event_type, scene.status) for scene in further(sentence).events()] == expected


def test_the_day_before_is_counted_and_not_of_old() -> None:
    """What had happened the day before the last one told of is held, with that day."""
    found = further("The day before, Minister Rosa Quispe had met Chile's ambassador Ana Paz in La Paz.")
    sentence = found.sentences()[-1][0]

    assert [scene.status for scene in found.events()] == ["held"]
    assert found.teller.days(sentence.line, "held") == ["2025-06-09"]


def test_signs_of_a_sentence() -> None:
    """What is said of kind, day, parties and order is named; every name has a weight."""
    found = further("The next round of talks will be held in Nairobi in March 2026.")
    sentence, signs = found.sentences()[-1]

    assert {"kind staff_talks", "status planned", "a month", "the next one", "ahead by the year", "a place"} <= {*signs}
    assert {*signs} <= {*weights(WEIGHTS)}
    assert signs == Signs(found.teller, found.news, Sentence(sentence.line, "staff_talks", "own", "planned")).all()


def test_words_set_an_event_beside_another() -> None:
    """'On the sidelines' is a sign of another event; the same sentence without it has none such."""
    sentence = "Kenya's ambassador Ann Njoroge and Chile's attache, Colonel Luis Paz, met on 11 June 2025."
    signs = [further(words + sentence).sentences()[-1][1] for words in ("On the sidelines, ", "")]

    assert ["beside" in each for each in signs] == [True, False]


def test_sentences_are_labelled_by_the_gold() -> None:
    """A further event that has to be found is told by one sentence; an article with one event has none such."""
    golds = gold.load_all("wide")
    several = next(one for one in golds if one.label.doc_id == "hr_zadar_cetvorka")
    single = next(one for one in golds if one.label.doc_id == "es_uspallata_montana")

    assert 0 < sum(right for _, right in fitting.judged(several)) <= 2
    assert sum(right for _, right in fitting.judged(single)) == 0


def test_weights_are_fitted() -> None:
    """Days ahead speak for another event, also by weights of a few articles."""
    fitted = fitting.fit(gold.load_all("hard"))

    assert fitted["ahead"] > 0 > fitted["right after the news"]
