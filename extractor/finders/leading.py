"""What somebody is by what they lead: 'led by …' before a name, 'who commands …' behind it."""

import re

from extractor.document import Span
from extractor.finders.gaps import REACH
from extractor.finders.names import Run
from extractor.finders.wording import Passage
from extractor.normalise import offices
from extractor.normalise.fold import fold_text

_RELATIVE = re.compile(
    r"\s*,?\s*(?:who|qui|que|quien|der|die|som|joka|котор\w+|който|која|која|који|який|яка|ktory|która|który|ktorý|ktorá|koji|koja|која|který|která|kateri|katera|aki)\s(?P<rest>[^.;]{0,90})"
)
_LEADS = {
    "commander": re.compile(
        r"\b(?:commands?|commanded|befehligt|kommandiert|commande|commandait|manda|comanda|командует|командовал\w*"
        r"|командує|dowodzi|veli|velí|velel\w*|fører|komanduje|zapov(?:ij)?eda|poveljuje|parancsnoka|kommanderer|komentaa|komensi)\b"
    ),
    "official": re.compile(
        r"\b(?:heads?|leads?|headed|led|leitet|leitete|fuhrt|anfuhrt|dirige|dirigeait|conduit|encabeza|возглавля\w+"
        r"|руководит|очолю\w+|керує|kieruje|vede|vedl\w*|ridi|leder|ledede|ledet|johtaa|johti|predvodi|vodi|vedie|vezeti|vezette|предводи|води)\b"
    ),
}
"""What somebody is 'who commands …' or 'who heads …'."""
_HEAD = {"en": "commander of ", "fr": "commandant de ", "es": "comandante de "}
_SERVICES = frozenset({"service_chief", "chief_of_defence"})
_FURTHEST = 3
"""Words between 'led by' and a name."""


def before(passage: Passage, floor: int, start: int) -> str | None:
    """What somebody is by whom a delegation, a unit or an exercise is led, said between `floor` and their title at `start`."""
    for mark in (*passage.marks("leads_official"), *passage.marks("leads_commander")):
        if floor <= mark.start and mark.end <= start and len(passage.between(mark.end, start)) <= _FURTHEST:
            words = Span(passage.sentence(mark.start).start, mark.end)
            unit = passage.covered(words, "unit") and not passage.covered(words, "delegation")
            return "commander" if unit or mark.kind == "leads_commander" else "official"
    return None


def clause(passage: Passage, run: Run) -> str | None:
    """What somebody is of whom a relative clause behind the name says that they lead something."""
    relative = _RELATIVE.match(passage.document.text, run.end, run.end + REACH)
    if relative is None:
        return None
    words = fold_text(relative["rest"].split(",")[0])
    led = ((role, pattern.search(words)) for role, pattern in _LEADS.items())
    return next((_of_what(passage.language, role, words[verb.end() :]) for role, verb in led if verb), None)


def _of_what(language: str, role: str, led: str) -> str:
    """The role of one who leads these words: 'who commands the Navy' says the same as 'commander of the Navy'."""
    head = _HEAD.get(language)
    office = offices.find(head + led.strip()) if head else None
    return office.role if office and office.start == 0 and office.role in _SERVICES else role
