"""python -m extractor.weights: list, fetch, verify or remove the embedded model's weights."""

import sys
from typing import Annotated, Literal

import typer

from extractor import settings, weights
from extractor.errors import ExtractorError, WeightsError
from extractor.progress import Bar
from extractor.weights import download

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
_DEFAULT = "qwen2.5-coder-1.5b"


@app.command()
def main(
    action: Annotated[Literal["list", "fetch", "verify", "remove"], typer.Argument(help="What to do.")] = "list",
    name: Annotated[str, typer.Argument(help="Which weights: " + ", ".join(weights.CATALOGUE))] = _DEFAULT,
) -> None:
    """Look after the embedded model's weights, in the folder that EXTRACTOR_WEIGHTS_DIR names."""
    try:
        _do(action, name)
    except ExtractorError as error:
        sys.stderr.write(f"extractor: {error}\n")
        raise typer.Exit(error.exit_code) from None


def _do(action: str, name: str) -> None:
    folder = settings.load().weights_dir
    if action == "list":
        there = weights.present(folder)
        for known, entry in weights.CATALOGUE.items():
            place = str(there[known]) if known in there else "not fetched"
            sys.stdout.write(f"{known:20} {entry.size / 1e6:7.0f} MB  {entry.licence}  {place}\n")
        return
    with Bar() as bar:
        if action == "fetch":
            sys.stdout.write(f"{download.ready(name, folder, bar.step)}\n")
        elif action == "remove":
            sys.stdout.write(f"{name}: {'removed' if weights.remove(name, folder) else 'was not there'}\n")
        else:
            entry = weights.known(name)
            path = folder / entry.file
            if not weights.verify(path, entry):
                raise WeightsError(
                    f"{path}: missing, or not the right bytes; run python -m extractor.weights fetch {name}"
                )
            sys.stdout.write(f"{path}: verified\n")


if __name__ == "__main__":
    app(prog_name="python -m extractor.weights")
