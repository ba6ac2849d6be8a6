"""Weights on this machine: which file a name means, and whether its bytes are the right ones."""

import hashlib
import json
from pathlib import Path

from extractor.errors import UsageError, WeightsError
from extractor.weights.catalogue import CATALOGUE, Weights


def find(name: str) -> Weights | Path:
    """The catalogue's entry of that name, or the user's own GGUF file; UsageError says which there are."""
    if name in CATALOGUE:
        return CATALOGUE[name]
    if name.endswith(".gguf"):
        path = Path(name).expanduser()
        if path.is_file():
            return path
        raise UsageError(f"model local:{name}: no such file")
    raise UsageError(f"no embedded model named {name!r}; there is {', '.join(CATALOGUE)}, or local:/path/to/file.gguf")


def digest(name: str, folder: Path) -> str:
    """SHA-256 of a model's weights, in hexadecimal; known without reading the file for those of the catalogue."""
    found = find(name)
    if isinstance(found, Weights):
        return found.sha256
    note = folder / "own" / f"{hashlib.sha256(str(found.resolve()).encode()).hexdigest()[:16]}.json"
    stamp = _stamp(found)
    known = _read(note)
    if known.get("stamp") == stamp:
        return str(known["sha256"])
    value = _hash(found)
    note.parent.mkdir(parents=True, exist_ok=True)
    note.write_text(json.dumps({"stamp": stamp, "sha256": value}), encoding="utf-8")
    return value


def verified(path: Path, weights: Weights) -> bool:
    """Whether the file is there and was verified as it is now; one that changed since is verified again, in seconds."""
    if not path.is_file() or path.stat().st_size != weights.size:
        return False
    if _read(_note(path)) == {"sha256": weights.sha256, "stamp": _stamp(path)}:
        return True
    return verify(path, weights)


def verify(path: Path, weights: Weights) -> bool:
    """Whether the file's SHA-256 is the right one; reads it all."""
    if not path.is_file() or _hash(path) != weights.sha256:
        return False
    mark_verified(path, weights)
    return True


def mark_verified(path: Path, weights: Weights) -> None:
    """Note that the file as it is now has the right bytes."""
    _note(path).write_text(json.dumps({"sha256": weights.sha256, "stamp": _stamp(path)}), encoding="utf-8")


def present(folder: Path) -> dict[str, Path]:
    """The catalogue's files that are in the store, by name, verified or not."""
    return {name: folder / w.file for name, w in CATALOGUE.items() if (folder / w.file).is_file()}


def known(name: str) -> Weights:
    """The catalogue's entry of that name; UsageError for a file of the user's own, which is the user's to look after."""
    found = find(name)
    if isinstance(found, Path):
        raise UsageError(f"{found} is a file of yours: it is neither fetched, verified nor removed here")
    return found


def remove(name: str, folder: Path) -> bool:
    """Delete a model's file, what a cut-off fetch left of it and what its engines had read; whether there was anything."""
    path = folder / known(name).file
    folders = [path.with_suffix(".pieces"), path.with_suffix(".states")]
    inside = [p for one in folders for p in one.glob("*")]
    there = [p for p in (path, _note(path), path.with_suffix(".partial"), *inside) if p.exists()]
    try:
        for p in there:
            p.unlink()
        for empty in filter(Path.is_dir, folders):
            empty.rmdir()
    except OSError as error:
        raise WeightsError(f"can't remove {path}: {error.strerror or error}") from error
    return bool(there)


def _note(path: Path) -> Path:
    return path.with_suffix(".verified")


def _stamp(path: Path) -> list[int]:
    info = path.stat()
    return [info.st_size, info.st_mtime_ns]


def _read(note: Path) -> dict[str, object]:
    try:
        found = json.loads(note.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
