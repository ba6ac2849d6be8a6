"""The package as a whole: what it exports, what its wheel carries, its errors' tree, its schema on file."""

import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import extractor
from extractor import errors, schemas
from extractor.errors import ExtractorError
from tests.conftest import ROOT


def test_all_is_what_is_imported() -> None:
    """`__all__` lists the public names, each of which exists; nothing else happens in `__init__`."""
    assert sorted(extractor.__all__) == extractor.__all__
    assert all(hasattr(extractor, name) for name in extractor.__all__)


def test_every_error_is_in_the_tree() -> None:
    """The tree in the docstring of errors.py names every error with its exit code."""
    drawn = dict(re.findall(r"(\w+)\s+(\d)(?:\s|$)", errors.__doc__ or ""))
    defined = {
        n: str(c.exit_code) for n, c in vars(errors).items() if isinstance(c, type) and issubclass(c, ExtractorError)
    }

    assert drawn == defined


def test_schema_on_file_is_current() -> None:
    """The checked-in JSON Schema is what `python -m extractor.schemas` prints."""
    done = subprocess.run(
        [sys.executable, "-m", "extractor.schemas", "defence"], capture_output=True, text=True, check=True, cwd=ROOT
    )

    assert json.loads((ROOT / "extractor/schemas/defence/schema.json").read_text(encoding="utf-8")) == json.loads(
        done.stdout
    )
    assert schemas.json_schema("defence")["title"] == "DefenceRecord"


def test_wheel_carries_the_prompts(tmp_path: Path) -> None:
    """An installed package has its prompts and tables with it, and works away from the checkout."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    with zipfile.ZipFile(next(tmp_path.glob("*.whl"))) as wheel:
        wheel.extractall(tmp_path / "site")
        inside = set(wheel.namelist())
    tables = {
        str(path.relative_to(ROOT)) for kind in ("toml", "tsv", "csv") for path in ROOT.glob(f"extractor/**/*.{kind}")
    }
    code = "import extractor, extractor.prompt as p; print(extractor.__file__, p.load('defence/v1').name, p.load('own/v1').name)"
    done = subprocess.run([sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {[str(tmp_path / 'site'), *[p for p in sys.path if 'site-packages' in p]]!r}; {code}"], capture_output=True, text=True, check=True, cwd=tmp_path)  # fmt: skip

    assert len(tables) > 20
    assert tables <= inside
    assert done.stdout.split()[0].startswith(str(tmp_path / "site"))
    assert done.stdout.split()[1:] == ["defence/v1", "own/v1"]
