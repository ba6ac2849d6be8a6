"""Scenes that code found, and the news as a model saw it → one list of scenes, the news first."""

from collections import Counter
from dataclasses import replace

from extractor.finders.found import Found
from extractor.finders.scenes import Scene
from extractor.normalise import countries
from extractor.schemas.defence.sightings import Sighting

DYAD = 2
"""Countries that it takes to do something together (R7)."""


def merge(found: Found, sighting: Sighting | None) -> list[Scene]:
    """Code's scenes, the first one with the people and countries that the model saw; its own news where code saw none."""
    scenes = list(found.scenes)
    if sighting:
        acting = _codes(found, sighting)
        if scenes:
            scenes[0] = replace(scenes[0], people=tuple(sighting.people), acting=acting)
        elif len(acting) >= DYAD and 1 <= sighting.line <= len(found.told):
            news = Scene(
                sighting.event_type, sighting.status, sighting.line, (), acting, tuple(sighting.people), acting
            )
            scenes = [news]
    if not scenes:
        return []
    taken = {line for scene in scenes[1:] for line in scene.lines}
    lines = tuple(line.number for line in found.told if line.number not in taken)
    return [replace(scenes[0], lines=lines), *scenes[1:]]


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
