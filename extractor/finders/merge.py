"""Scenes that code found, and the news as a model saw it → one list of scenes, the news first."""

from collections import Counter
from dataclasses import replace

from extractor.finders.found import Found
from extractor.finders.scenes import HEAD, Scene
from extractor.normalise import countries
from extractor.schemas.defence.sightings import Sighting

FAR = 4
"""Lines by which the model's news must stand above code's to replace it."""
TOP = 5
"""Lines in one of which both must be named."""
OFTEN = 4
"""Lines that must name one or the other of two countries for an event that no word tells; all of a shorter text."""
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
        if _told_together(found, acting) and (not scenes or sighting.line < scenes[0].line - FAR):
            later = [scene for scene in scenes if scene.status != "held"]
            status = "held" if sighting.status == "past" else sighting.status  # what is only recalled is no news
            news = Scene(sighting.event_type, status, _telling(found, sighting.line, acting), (), acting, seen, acting)
            scenes = [news, *(replace(scene, lines=(scene.line,)) for scene in later)]
        elif scenes:
            scenes[0] = replace(scenes[0], people=seen, acting=acting)
    if not scenes:
        return []
    taken = {line for scene in scenes[1:] for line in scene.lines}
    lines = tuple(line.number for line in found.told if line.number not in taken)
    return [replace(scenes[0], lines=lines), *scenes[1:]]


def _told_together(found: Found, acting: tuple[str, ...]) -> bool:
    """Whether the text speaks of two of the countries: together in a sentence near its top, and often, not once in passing."""
    together = any(len({*line.codes} & {*acting}) >= DYAD for line in found.told[:TOP])
    named = Counter(code for line in found.told for code in line.codes if code in acting)
    pair = named.most_common(DYAD)
    return together and sum(times for _, times in pair) >= min(OFTEN, len(found.told))


def _telling(found: Found, said: int, acting: tuple[str, ...]) -> int:
    """The first sentence below the headline that names two of the countries; else the line that the model says."""
    body = [line for line in found.told if line.number > found.title][:HEAD]
    return next((line.number for line in body if len({*line.codes} & {*acting}) >= DYAD), said)


def _codes(found: Found, sighting: Sighting) -> tuple[str, ...]:
    """Codes of the countries that the model says act, those that the text names; for a single one, the most named beside it."""
    language = found.document.clues.language
    named = {code for line in found.told for code in line.codes}
    codes = [countries.to_code(name, language) for name in sighting.countries]
    said = tuple(dict.fromkeys(code for code in codes if code in named))
    if len(said) >= DYAD or not said:
        return said
    counted = Counter(code for line in found.told for code in line.codes if code not in countries.ORGANISATIONS)
    other = next((code for code, _ in counted.most_common() if code not in said), None)
    return (*said, other) if other else said
