"""Settings → a task that is ready to run. The only wiring: Cached(Retried(Chat(provider)))."""

from functools import partial

from pydantic import BaseModel

from extractor import prompt, providers, schemas, strategies
from extractor.cache import Cached, Store
from extractor.chat import Chat
from extractor.errors import UsageError
from extractor.progress import Progress, silent
from extractor.retry import Retried
from extractor.settings import Settings
from extractor.store import Folder, Recording
from extractor.task import Task


def task(
    settings: Settings,
    *,
    own: type[BaseModel] | None = None,
    keep_unsupported: bool = False,
    progress: Progress = silent,
) -> Task:
    """Everything a run needs; nothing is started or asked yet. `own` is a user's Pydantic model instead of a named schema.

    Raises UsageError for a name that isn't known.
    """
    schema = schemas.of(own) if own else schemas.load(settings.schema_)
    provider, name = providers.find(settings.model)
    if provider.local and settings.base_url:
        raise UsageError(
            f"--base-url goes with a remote model; {settings.model} is embedded. Name one: --model openai:NAME"
        )
    chat = Chat(partial(provider.connect, name, settings, progress), settings.model)
    cached = Cached(Retried(chat), store(settings), provider.identity(name, settings), settings.cache)
    asked = prompt.load(settings.prompt or (schema.embedded if provider.local else schema.prompt))
    strategies.find(asked.strategy)  # an unknown one is known before a document is read
    return Task(schema, asked, cached, settings.model, provider.window, keep_unsupported)


def store(settings: Settings) -> Store:
    """Where answers are kept: a folder, or a recording if the setting names a .jsonl file."""
    path = settings.cache_dir
    return Recording(path) if path.suffix == ".jsonl" else Folder(path / "answers")


def workers(settings: Settings) -> int:
    """Documents at the same time: the embedded model answers one question at a time, on all cores."""
    provider, _ = providers.find(settings.model)
    return 1 if provider.local else settings.workers
