"""What there is: schemas, prompts, models, and articles to try."""

from functools import cache
from pathlib import Path

from fastapi import APIRouter

from extractor import prompt, schemas, weights
from extractor.document import from_text
from extractor.service import access, problems, shapes, state
from extractor.service.problems import Problem

_ERRORS = problems.documented(401, 403, 421, 429)
_HERE = Path(__file__).parents[1]
SAMPLES = next((p for p in (_HERE.parent / "samples", _HERE / "samples") if p.is_dir()), _HERE / "samples")
"""Beside the package in a checkout, inside it when installed from a wheel."""
routes = APIRouter(tags=["catalogue"], responses=_ERRORS)


@routes.get("/v1/schemas", summary="What can be extracted")
def all_schemas(service: state.At, _: access.ForAnything) -> list[shapes.SchemaOut]:
    """Every schema, with the JSON Schema of its records; the one that this service extracts comes first."""
    own = service.task.schema
    known = {own.name: own} | schemas.SCHEMAS
    return [
        shapes.SchemaOut(
            name=each.name, version=each.version, serving=each.name == own.name, record=each.record.model_json_schema()
        )
        for each in known.values()
    ]


@routes.get("/v1/prompts", summary="How it can be asked for")
def all_prompts(service: state.At, _: access.ForAnything) -> list[shapes.PromptOut]:
    """Every prompt version; the one that this service asks comes first."""
    own = service.task.prompt
    names = sorted(str(p.relative_to(prompt.FOLDER).with_suffix("")) for p in prompt.FOLDER.glob("*/*.md"))
    known = [own, *(prompt.load(name) for name in names if name != own.name)]
    return [
        shapes.PromptOut(name=each.name, strategy=each.strategy, digest=each.digest, serving=each is own)
        for each in known
    ]


@routes.get("/v1/models", summary="Who can read")
def all_models(service: state.At, _: access.ForAnything) -> list[shapes.ModelOut]:
    """The model that this service asks, and the embedded ones that it could."""
    own = service.settings.model
    known = {f"local:{name}": entry for name, entry in weights.CATALOGUE.items()}
    names = dict.fromkeys([own, *known])
    return [
        shapes.ModelOut(
            name=name,
            serving=name == own,
            embedded=name.startswith("local:"),
            licence=known[name].licence if name in known else None,
            megabytes=known[name].size // 1_000_000 if name in known else None,
        )
        for name in names
    ]


@routes.get("/v1/samples", summary="Articles to try")
def all_samples(_: access.ForAnything) -> list[shapes.SampleName]:
    """The articles that come with this program."""
    return [shapes.SampleName(name=path.name, title=_title(path)) for path in sorted(SAMPLES.glob("*.txt"))]


@routes.get("/v1/samples/{name}", summary="An article to try", responses=problems.documented(404, 422))
def one_sample(name: str, _: access.ForAnything) -> shapes.Sample:
    """The text of an article that comes with this program."""
    found = {path.name: path for path in SAMPLES.glob("*.txt")}.get(name)  # never a path made of what a client sent
    if found is None:
        raise Problem(404, "no_sample", "there is no such sample; /v1/samples lists them")
    return shapes.Sample(name=name, text=_text(found))


@cache
def _title(path: Path) -> str:
    document = from_text(_text(path), path.name)
    return document.words(document.clues.title) if document.clues.title else path.stem


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
