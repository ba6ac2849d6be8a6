"""Scenes that code found and sightings that a model reported → one list of scenes, the news first."""

from collections.abc import Sequence
from dataclasses import replace

from extractor.finders.found import Found
from extractor.finders.scenes import Scene
from extractor.normalise import countries
from extractor.schemas.defence.sightings import Sighting


def merge(found: Found, sightings: Sequence[Sighting]) -> list[Scene]:
    """Code's scenes, and those that only the model saw; the news owns every line that no other scene does."""
    scenes = list(found.scenes)
    for sighting in sightings:
        if not any(_same(scene, sighting, scenes) for scene in scenes) and (scene := _scene(found, sighting)):
            scenes.append(scene)
    if not scenes:
        return []
    taken = {line for scene in scenes[1:] for line in scene.lines}
    lines = tuple(line.number for line in found.told if line.number not in taken)
    return [replace(scenes[0], lines=lines), *scenes[1:]]


def _same(scene: Scene, sighting: Sighting, scenes: Sequence[Scene]) -> bool:
    """Whether the model reports what code found: the same line, or the same kind and status of the news."""
    if scene.line == sighting.line:
        return True
    return scene is scenes[0] and (scene.status == sighting.status or abs(scene.line - sighting.line) <= 2)


def _scene(found: Found, sighting: Sighting) -> Scene | None:
    """A scene of what only the model saw, if the line is one of the document."""
    if not 1 <= sighting.line <= len(found.told):
        return None
    language = found.document.clues.language
    named = [code for name in sighting.countries if (code := countries.to_code(name, language))]
    codes = tuple(dict.fromkeys([*found.told[sighting.line - 1].codes, *named]))
    return Scene(sighting.event_type, sighting.status, sighting.line, (sighting.line,), codes)
