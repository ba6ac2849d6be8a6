"""What somebody is by what they lead: 'led by …' before a name, 'who commands …' behind it."""

import re

from extractor.document import Span
from extractor.finders.people.gaps import REACH
from extractor.finders.people.names import Run
from extractor.finders.people.wording import Passage
from extractor.normalise import offices
from extractor.normalise.fold import fold_text

_RELATIVE = re.compile(
    r"\s*,?\s*(?:who|qui|que|quien|che|der|die|som|joka|котор\w+|който|која|која|који|який|яка|ktory|która|który|ktorý|ktorá|koji|koja|која|který|která|kateri|katera|aki)\s(?P<rest>[^.;]{0,90})"
)
_HEADING = re.compile(
    r"\s*,?\s*(?:(?:both |tous deux |toutes deux |ambos |entrambi )?(?:at the head of|in charge of|à la tête (?:de |du |des |d['’])|al frente (?:de |del )|alla guida (?:di |del\w*['’ ])"
    r"|an der Spitze |na czele |во главе |на чолі |kierując\w+ |dowodząc\w+ ))(?P<rest>[^.;]{0,90})"
)
"""The same without a verb: 'at the head of the detachment'."""
_LEADS = {
    "commander": re.compile(
        r"\b(?:commands?|commanded|befehligt|kommandiert|commande|commandait|manda|comanda|comandava|командует|командовал\w*"
        r"|командує|dowodzi|veli|velí|velel\w*|fører|komanduje|zapov(?:ij)?eda|poveljuje|parancsnoka|kommanderer|komentaa|komensi)\b"
    ),
    "official": re.compile(
        r"\b(?:heads?|leads?|headed|led|leitet|leitete|fuhrt|anfuhrt|dirige|dirigeait|conduit|conduisait|encabeza|guida|guidava|возглавля\w+"
        r"|руководит|очолю\w+|керує|kieruje|vede|vedl\w*|ridi|leder|ledede|ledet|johtaa|johti|predvodi|vodi|vedie|vezeti|vezette|предводи|води)\b"
    ),
}
"""What somebody is 'who commands …' or 'who heads …'."""
_MINISTRY = re.compile(
    r"(?:ministry of (?:national )?defen[cs]e|(?:defen[cs]e|military) (?:ministry|department)|verteidigungsministerium|ministere de la defense|ministerio de (?:la )?defensa"
    r"|ministero della difesa|ministerio da defesa|министерств\w+ (?:национал\w+ )?обороны|(?:оборонн|военн)\w+ ведомств\w+|міністерств\w+ (?:національн\w+ |національ\w+ )?оборони"
    r"|(?:оборонн|військов)\w+ відомств\w+|ministerstw\w+ obrony|resort\w* obrony|ministarstv\w+ (?:odbrane|obrane)|ministerstv\w+ obrany|resort\w* obrany)"
)
"""Who heads it is the minister."""
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
    """What somebody is of whom the words behind the name say that they lead something."""
    text = passage.document.text
    if heading := _HEADING.match(text, run.end, run.end + REACH):
        return _of_what(passage, "official", Span(*heading.span("rest")))
    relative = _RELATIVE.match(text, run.end, run.end + REACH)
    if relative is None:
        return None
    start, end = relative.span("rest")
    for role, pattern in _LEADS.items():
        if verb := pattern.search(fold_text(text[start:end]).split(",")[0]):
            return _of_what(passage, role, Span(start + verb.end(), end))
    return None


def _of_what(passage: Passage, role: str, led: Span) -> str:
    """The role of one who leads these words: 'who commands the Navy' says the same as 'commander of the Navy'."""
    words = fold_text(passage.document.text[led.start : led.end]).split(",")[0]
    if _MINISTRY.search(words):
        return "defence_minister"
    head = _HEAD.get(passage.language)
    office = offices.find(head + words.strip()) if head else None
    if office and office.start == 0 and office.role in _SERVICES:
        return office.role
    near = Span(led.start, led.start + len(words))
    unit = passage.covered(near, "unit") and not passage.covered(near, "delegation")
    return "commander" if unit else role
