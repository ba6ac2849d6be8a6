"""Scenes that code found, and the news as a model saw it → one list of scenes, the news first."""

from dataclasses import replace

from extractor.finders.found import Found
from extractor.finders.scenes import Scene
from extractor.normalise import countries
from extractor.schemas.defence.sightings import Sighting


def merge(found: Found, sighting: Sighting | None) -> list[Scene]:
    """Code's scenes, and the news as the model saw it where code saw none."""
    scenes = list(found.scenes)
    if not scenes and sighting and (scene := _scene(found, sighting)):
        scenes = [scene]
    if not scenes:
        return []
    taken = {line for scene in scenes[1:] for line in scene.lines}
    lines = tuple(line.number for line in found.told if line.number not in taken)
    return [replace(scenes[0], lines=lines), *scenes[1:]]


def _scene(found: Found, sighting: Sighting) -> Scene | None:
    """A scene of what only the model saw, if the line is one of the document."""
    if not 1 <= sighting.line <= len(found.told):
        return None
    language = found.document.clues.language
    named = [code for name in sighting.countries if (code := countries.to_code(name, language))]
    codes = tuple(dict.fromkeys([*found.told[sighting.line - 1].codes, *named]))
    return Scene(sighting.event_type, sighting.status, sighting.line, (sighting.line,), codes)
