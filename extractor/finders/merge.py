"""Scenes that code found, and the news as a model saw it → one list of scenes, the news first."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from extractor.finders.events.scenes import CALLED_OFF, HEAD, Scene
from extractor.finders.found import Found
from extractor.normalise import countries
from extractor.schemas.defence.sightings import Sighting

FAR = 4
"""Lines by which the model's news must stand above code's to replace it."""
TOP = 6
"""Lines in one of which, or in two running, both must be named."""
OFTEN = 4
"""Lines that must name one or the other of two countries for an event that no word tells; all of a shorter text."""
OFTENER = 6
"""The same where two sentences running name one each."""
FEW = 4
"""Foreign countries and organisations that an article names at most whose news the model alone sees: of such news 17 of 20 are right, of other 2 of 20."""
ALONE = 2
"""Persons who are all of one country, so that it is among itself."""
DYAD = 2
"""Countries that it takes to do something together (R7)."""


def merge(found: Found, sighting: Sighting | None) -> list[Scene]:
    """Code's scenes, the first one with the people and countries that the model saw; the model's news where code saw none.

    Where code found the first words of an event far down the article, the news above it is the model's.
    """
    scenes = list(found.scenes)
    if sighting and 1 <= sighting.line <= len(found.told):
        acting = _codes(found, sighting)
        seen = tuple(sighting.people)
        if _together(found, acting) and (not scenes or sighting.line < scenes[0].line - FAR):
            later = [scene for scene in scenes if scene.status != "held"]
            line = _telling(found, sighting.line, acting)
            status = _status(found, sighting, line)
            news = Scene(sighting.event_type, status, line, (), acting, seen, acting)
            scenes = [news, *(replace(scene, lines=(scene.line,)) for scene in later)]
        if scenes and scenes[0].people is None:
            scenes[0] = replace(scenes[0], people=seen, acting=acting)
    if not scenes:
        return []
    taken = {line for scene in scenes[1:] for line in scene.lines}
    lines = tuple(line.number for line in found.told if line.number not in taken)
    return [replace(scenes[0], lines=lines), *scenes[1:]]


def _times(found: Found, acting: tuple[str, ...]) -> int:
    """Lines that name the one or the other of the two countries that are named most."""
    named = Counter(code for line in found.told for code in line.codes if code in acting)
    return sum(times for _, times in named.most_common(DYAD))


def _together(found: Found, acting: tuple[str, ...]) -> bool:
    """Whether the text speaks of two of the countries near its top, in one sentence or the next, and often, not in passing.

    Where everybody is of the paper's own country, or the one that it names most, nobody else has come. Who tells of two
    states in unusual words names few others; commentary and parliaments name many.
    """
    known = [origin for origin in found.origins.values() if origin]
    named = Counter(code for line in found.told for code in line.codes)
    if len(known) >= ALONE and any({*known} == {own} for own in (found.home, *dict(named.most_common(1)))):
        return False
    if not found.scenes and len(named.keys() - {found.home}) > FEW:
        return False
    times = _times(found, acting)
    top = [{*line.codes} & {*acting} for line in found.told[:TOP]]
    if any(len(codes) >= DYAD for codes in top):
        return times >= min(OFTEN, len(found.told))
    return times >= OFTENER and any(len(one | two) >= DYAD for one, two in pairwise(top))


def _status(found: Found, sighting: Sighting, line: int) -> str:
    """What the words of the line say is called off is so; what the model thinks is only recalled is no news, and was held."""
    told = found.told[line - 1]
    said = next((status for status in CALLED_OFF if told.says(status, sighting.event_type)), sighting.status)
    return "held" if said == "past" else said


def _telling(found: Found, said: int, acting: tuple[str, ...]) -> int:
    """The first sentence below the headline that names two of the countries; else the line that the model says."""
    body = [line for line in found.told if line.number > found.title][:HEAD]
    return next((line.number for line in body if len({*line.codes} & {*acting}) >= DYAD), said)


def _codes(found: Found, sighting: Sighting) -> tuple[str, ...]:
    """Codes of the countries that the model says act, those that the text names; for a single one, the most named beside it."""
    language = found.document.clues.language
    named = {code for line in found.told for code in line.codes}
    said = tuple(dict.fromkeys(code for name in sighting.countries for code in _read(name, language) if code in named))
    if len(said) >= DYAD or not said:
        return said
    counted = Counter(code for line in found.told for code in line.codes if code not in countries.ORGANISATIONS)
    other = next((code for code, _ in counted.most_common() if code not in said), None)
    return (*said, other) if other else said


def _read(name: str, language: str) -> list[str]:
    """The country of a name, or those named in it: a model also answers 'Namibian Navy'."""
    code = countries.to_code(name, language)
    return [code] if code else [mention.code for mention in countries.find(name, language)]
