"""python -m extractor.service: serve, or look after the keys."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from extractor import settings
from extractor.errors import ExtractorError
from extractor.service import keys as key_store
from extractor.service import settings as service_settings
from extractor.service.database import Database

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
keys = typer.Typer(help="Add, list and revoke API keys.", no_args_is_help=True)
app.add_typer(keys, name="keys")

DataDir = Annotated[Path | None, typer.Option(help="Folder of the jobs and the keys.")]


@contextmanager
def _spoken() -> Iterator[None]:
    """An error as one line on stderr."""
    try:
        yield
    except ExtractorError as error:
        sys.stderr.write(f"extractor: {error}\n")
        raise typer.Exit(error.exit_code) from None


@app.callback(invoke_without_command=True)
def serve(
    context: typer.Context,
    host: Annotated[
        str | None, typer.Option(help="Address to listen on; any but this machine's own needs a key.")
    ] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on; 8300 unless told otherwise.")] = None,
    data_dir: DataDir = None,
    model: Annotated[str | None, typer.Option(help="Who reads, as provider:model.")] = None,
    prompt: Annotated[str | None, typer.Option(help="Instructions to use.")] = None,
    schema: Annotated[str | None, typer.Option(help="What to extract.")] = None,
    cache: Annotated[str | None, typer.Option(help="auto, refresh, replay or off.")] = None,
    cache_dir: Annotated[Path | None, typer.Option(help="Folder or .jsonl file of recorded answers.")] = None,
    weights_dir: Annotated[Path | None, typer.Option(help="Folder of the embedded model's weights.")] = None,
    base_url: Annotated[str | None, typer.Option(help="Address of an OpenAI-compatible server.")] = None,
    workers: Annotated[int | None, typer.Option(help="Documents at the same time, for remote models.")] = None,
) -> None:
    """Serve records over HTTP, and a page to look at them. Every other setting is in .env.example."""
    if context.invoked_subcommand:
        return
    with _spoken():
        loaded = settings.load(
            model=model,
            prompt=prompt,
            schema=schema,
            cache=cache,
            cache_dir=cache_dir,
            weights_dir=weights_dir,
            base_url=base_url,
            workers=workers,
        )
        limits = service_settings.load(host=host, port=port, data_dir=data_dir)
        try:
            from extractor.service import logs, server  # noqa: PLC0415  # a second, and an extra that may be missing
        except ImportError as error:
            sys.stderr.write(f"extractor: the service needs its extra: pip install 'extractor[service]' ({error})\n")
            raise typer.Exit(2) from None
        logs.configure()
        server.run(loaded, limits)


@keys.command("add")
def add(
    name: Annotated[str, typer.Argument(help="Whose key this is.")],
    scope: Annotated[
        list[str] | None, typer.Option(help="What it may do: extract, jobs, metrics; several times.")
    ] = None,
    data_dir: DataDir = None,
) -> None:
    """Make a key and print it. It is not kept, only its SHA-256: note it now. It may extract and jobs unless told otherwise."""
    with _spoken():
        store = _store(data_dir)
        sys.stdout.write(store.add(name, frozenset(scope or ("extract", "jobs"))) + "\n")


@keys.command("list")
def list_all(data_dir: DataDir = None) -> None:
    """Print every key: id, when it was made, what it may do, whether it is valid, its name."""
    with _spoken():
        for key in _store(data_dir).all():
            state = f"revoked {_day(key.revoked)}" if key.revoked else "valid"
            sys.stdout.write(
                f"{key.id}  {_day(key.created)}  {','.join(sorted(key.scopes)):22}  {state:18}  {key.name}\n"
            )


@keys.command("revoke")
def revoke(
    key_id: Annotated[str, typer.Argument(metavar="ID", help="The key's id, as `keys list` shows it.")],
    data_dir: DataDir = None,
) -> None:
    """End a key, at once, also in a service that runs."""
    with _spoken():
        key = _store(data_dir).revoke(key_id)
        sys.stdout.write(f"{key.id}: revoked ({key.name})\n")


def _store(data_dir: Path | None) -> key_store.Keys:
    return key_store.Keys(Database(service_settings.load(data_dir=data_dir).data_dir))


def _day(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d")


if __name__ == "__main__":
    app(prog_name="python -m extractor.service")
