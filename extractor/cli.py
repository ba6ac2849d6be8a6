"""The command line: ONE command, files, folders or '-' in, records out. stdout carries records only."""

import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from extractor import batch, build, formats, output, settings
from extractor.errors import ExtractorError
from extractor.progress import Bar
from extractor.result import Result
from extractor.schemas.record import Record
from extractor.version import VERSION

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)


def _version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"extractor {VERSION}\n")
        raise typer.Exit


@app.command()
def extract(
    files: Annotated[
        list[str],
        typer.Argument(
            help="Articles to read: text, HTML or PDF files, folders of them, or - for standard input.",
            show_default=False,
        ),
    ],
    model: Annotated[
        str | None,
        typer.Option(
            help="Who reads, as provider:model: local:qwen2.5-coder-1.5b (the default; needs no key and no network), openai:NAME, ollama:NAME, vllm:NAME, lmstudio:NAME, llamacpp:NAME."
        ),
    ] = None,
    prompt: Annotated[
        str | None, typer.Option(help="Instructions to use: a name such as defence/v1, or a .md file of your own.")
    ] = None,
    schema: Annotated[
        str | None,
        typer.Option(help="What to extract: defence, or package.module:Class for a Pydantic model of your own."),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            help="json, jsonl (the default for several files), csv, table, or html: one page to read and review."
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Write here instead of to the screen; the file appears when it is complete.")
    ] = None,
    workers: Annotated[int | None, typer.Option(help="Documents at the same time, for remote models.")] = None,
    cache: Annotated[
        str | None,
        typer.Option(
            help="auto: never ask the same question twice; refresh: ask again; replay: never ask; off: keep nothing."
        ),
    ] = None,
    cache_dir: Annotated[
        Path | None, typer.Option(help="Folder of recorded answers, or a .jsonl file of them.")
    ] = None,
    weights_dir: Annotated[Path | None, typer.Option(help="Folder of the embedded model's weights.")] = None,
    base_url: Annotated[
        str | None, typer.Option(help="Address of an OpenAI-compatible server, such as http://127.0.0.1:8000/v1.")
    ] = None,
    timeout: Annotated[float | None, typer.Option(help="Seconds to wait for one answer.")] = None,
    keep_unsupported: Annotated[
        bool,
        typer.Option("--keep-unsupported", help="Keep values that the text doesn't hold, marked, instead of null."),
    ] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the full traceback of an error.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Read news articles and print what happened: checked event records, each value with the words that prove it.

    Exit codes: 0 all done; 1 some documents failed; 2 wrong usage or an unreadable file; 3 nothing recorded to replay;
    130 interrupted.
    """
    del version
    try:
        loaded = settings.load(
            model=model,
            prompt=prompt,
            schema=schema,
            base_url=base_url,
            cache=cache,
            cache_dir=cache_dir,
            weights_dir=weights_dir,
            workers=workers,
            timeout=timeout,
        )
        sources = batch.sources(files)
        write = formats.find(format or ("json" if len(sources) == 1 else "jsonl"))
        with Bar() as bar:
            task = build.task(loaded, keep_unsupported=keep_unsupported, progress=bar.step)
            seen = _Seen(bar, len(sources))
            with output.open_out(out) as stream:
                try:
                    write(seen.through(batch.run(sources, task, build.workers(loaded))), stream)
                except KeyboardInterrupt:
                    seen.interrupted = True
        if seen.interrupted:
            sys.stdout.flush()
            os._exit(130)  # a question under way would hold the process until its answer, which nobody will read
        raise typer.Exit(batch.exit_code(seen.failures))
    except ExtractorError as error:
        if debug:
            raise
        sys.stderr.write(f"extractor: {error}\n")
        raise typer.Exit(error.exit_code) from None


class _Seen:
    """Watches results go by: tells the user what failed, counts for the bar, ends the flow cleanly on Ctrl-C."""

    def __init__(self, bar: Bar, total: int) -> None:
        self.bar, self.total = bar, total
        self.failures: list[Record] = []
        self.interrupted = False

    def through(self, results: Iterable[Result]) -> Iterator[Result]:
        """The same results; an interrupt ends them, so that what is finished is written."""
        done = 0
        try:
            for result in results:
                done += 1
                self._tell(result.record)
                if self.total > 1:
                    self.bar.step("documents", done, self.total)
                yield result
        except KeyboardInterrupt:
            self.interrupted = True
            sys.stderr.write(f"extractor: interrupted; {done} of {self.total} documents are written\n")

    def _tell(self, record: Record) -> None:
        if record.failure:
            self.failures.append(record)
            name = "" if record.failure.message.startswith(record.source.path) else f"{record.source.path}: "
            self.bar.say(f"extractor: {name}{record.failure.message}")


def main() -> None:
    """Run the command line."""
    app(prog_name="python -m extractor")
