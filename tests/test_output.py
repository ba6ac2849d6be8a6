"""Where records go: a file that appears complete or not at all, or stdout."""

import os
import stat
from pathlib import Path

import pytest

from extractor.errors import OutputError
from extractor.output import open_out


def test_a_file_appears_at_the_end(tmp_path: Path) -> None:
    """While records are written the file isn't there; afterwards it is, whole, and nothing else is."""
    target = tmp_path / "records.json"
    with open_out(target) as stream:
        stream.write("Ægir\n")
        stream.flush()

        assert not target.exists()

    assert target.read_bytes() == "Ægir\n".encode()
    assert [target] == list(tmp_path.iterdir())


def _break_off(path: Path, error: BaseException) -> None:
    with open_out(path) as stream:
        stream.write("half a rec")
        raise error


@pytest.mark.parametrize("error", [ValueError(), KeyboardInterrupt()])
def test_an_error_leaves_nothing_behind(error: BaseException, tmp_path: Path) -> None:
    """What was being written when an error came is thrown away, and the error goes on."""
    with pytest.raises(type(error)):
        _break_off(tmp_path / "records.json", error)

    assert list(tmp_path.iterdir()) == []


def test_an_error_keeps_the_old_file(tmp_path: Path) -> None:
    """A failed run does not touch the result of the run before."""
    target = tmp_path / "records.json"
    target.write_text("old", encoding="utf-8")
    with pytest.raises(KeyError):
        _break_off(target, KeyError())

    assert target.read_text(encoding="utf-8") == "old"


def test_a_finished_run_replaces_the_old_file(tmp_path: Path) -> None:
    """A finished run leaves only its own records."""
    target = tmp_path / "records.json"
    target.write_text("old and longer", encoding="utf-8")
    with open_out(target) as stream:
        stream.write("new")

    assert target.read_text(encoding="utf-8") == "new"


def test_the_file_has_the_usual_rights(tmp_path: Path) -> None:
    """The file is as readable as any other that the user makes, not private as a temporary one."""
    usual, target = tmp_path / "usual", tmp_path / "records.json"
    usual.touch()
    with open_out(target) as stream:
        stream.write("x")

    assert stat.S_IMODE(usual.stat().st_mode) == stat.S_IMODE(target.stat().st_mode)


@pytest.mark.parametrize("place", ["nowhere/records.json", "file/records.json"])
def test_a_folder_that_cannot_be_written(place: str, tmp_path: Path) -> None:
    """A folder that doesn't exist, or isn't one, is an OutputError that names the file, before any work is done."""
    (tmp_path / "file").touch()
    reached = False
    with pytest.raises(OutputError, match=rf"can't write .*{place}: "), open_out(tmp_path / place):
        reached = True

    assert not reached


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_the_right_to_write(tmp_path: Path) -> None:
    """A read-only folder is an OutputError."""
    tmp_path.chmod(0o500)

    with pytest.raises(OutputError, match="can't write"), open_out(tmp_path / "records.json"):
        pass


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    """A folder of that name is an OutputError, stays, and nothing is left beside it."""
    target = tmp_path / "records.json"
    target.mkdir()
    with pytest.raises(OutputError, match="can't write"), open_out(target) as stream:
        stream.write("x")

    assert [target] == list(tmp_path.iterdir())
    assert target.is_dir()


def test_a_device_is_written_not_replaced(tmp_path: Path) -> None:
    """A pipe, or /dev/null, is written to: a file must never take its place."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        with open_out(pipe) as stream:
            stream.write("record\n")

        assert os.read(reader, 100) == b"record\n"
        assert stat.S_ISFIFO(pipe.stat().st_mode)
    finally:
        os.close(reader)


def test_no_path_is_stdout(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a path the records go to stdout, which stays open."""
    with open_out(None) as stream:
        stream.write("Ülo\n")
    print("after")  # noqa: T201  # stdout is what is tested

    assert capsys.readouterr().out == "Ülo\nafter\n"
