"""Sentences of made-up articles that several test modules read, and what is found in a text."""

from extractor import read_text
from extractor.document import Clues, from_text
from extractor.finders import compose
from extractor.finders.found import Found
from extractor.schemas.defence.wire import WireEvent

TITLE = "Navies of Fiji and Mongolia plan a course"
FIRST = "The navies of Fiji and Mongolia met in Suva on Tuesday and agreed to exchange two teachers of seamanship."
SECOND = "Their commanders will meet again in Ulaanbaatar when the snow has gone, said a spokesman of the Fijian navy."
GERMAN = "Die Marinen beider Länder haben am Dienstag den Austausch von zwei Lehrern der Seefahrt vereinbart."
RUSSIAN = "Министры обороны двух стран обсудили подготовку миротворцев и новые совместные учения на море."
UKRAINIAN = "Міністри оборони двох країн обговорили підготовку миротворців і нові спільні навчання на морі."
HUNGARIAN = "A két ország védelmi minisztere a békefenntartók képzéséről és új közös gyakorlatokról tárgyalt."


def clues_of(*lines: str) -> Clues:
    """The clues of a page of these lines."""
    return from_text("\n".join(lines)).clues


def events(text: str) -> list[WireEvent]:
    """The events that code alone finds in an article."""
    found = Found(read_text(text))
    return compose.article(found, found.scenes).events
