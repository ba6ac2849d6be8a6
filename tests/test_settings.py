"""Settings: where they come from, what wins, how a bad one is reported, and the file that lists them."""

import os
import pickle
import re
from pathlib import Path

import pytest

from extractor import settings
from extractor.errors import SettingsError
from extractor.service import settings as service_settings
from extractor.service.settings import ServiceSettings
from extractor.settings import Settings

ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty folder and an environment without any setting."""
    for name in list(os.environ):
        if name.upper().startswith(("EXTRACTOR_", "OPENAI_")):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def test_the_default_needs_no_key() -> None:
    """Without any setting the embedded model reads under the defence schema."""
    loaded = settings.load()

    assert (loaded.model, loaded.schema_, loaded.cache) == ("local:qwen2.5-coder-1.5b", "defence", "auto")
    assert loaded.openai_api_key is None


GIVEN = [
    ("flag:a", "env:b", "flag:a"),
    (None, "env:b", "env:b"),
    (None, None, "file:c"),
    (None, "", "file:c"),
    ("flag:a", None, "flag:a"),
]


@pytest.mark.parametrize("name", ["model", "schema", "prompt", "base_url"])
@pytest.mark.parametrize(("flag", "variable", "expected"), GIVEN)
def test_flags_then_environment_then_dotenv(
    name: str, flag: str | None, variable: str | None, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A flag wins over the environment, the environment over `.env`; None and an empty variable are not given."""
    Path(".env").write_text(f"EXTRACTOR_{name.upper()}=file:c\n", encoding="utf-8")
    if variable is not None:
        monkeypatch.setenv(f"EXTRACTOR_{name.upper()}", variable)
    loaded = settings.load(**{name: flag}).model_dump()

    assert expected == loaded["schema_" if name == "schema" else name]


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("EXTRACTOR_WORKERS", "many"),
        ("EXTRACTOR_WORKERS", "0"),
        ("EXTRACTOR_WORKERS", "257"),
        ("EXTRACTOR_CACHE", "maybe"),
        ("EXTRACTOR_TIMEOUT", "-1"),
        ("EXTRACTOR_TIMEOUT", "soon"),
    ],
)
def test_a_bad_value_is_named(variable: str, value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error names the setting, shows the value and points at `.env.example`, in one line."""
    monkeypatch.setenv(variable, value)
    name = variable.removeprefix("EXTRACTOR_").lower()

    with pytest.raises(SettingsError, match=rf"setting {name}: .*'{value}'; see \.env\.example") as caught:
        settings.load()
    assert "\n" not in str(caught.value)


def test_a_bad_flag_is_named() -> None:
    """A flag is checked like a variable."""
    with pytest.raises(SettingsError, match=r"setting timeout: .* got 0"):
        settings.load(timeout=0)


def test_a_dotenv_in_another_encoding_is_an_error_of_settings() -> None:
    """A `.env` that isn't UTF-8 is said to be so instead of a traceback."""
    Path(".env").write_bytes("# модель\nEXTRACTOR_MODEL=a:b\n".encode("cp1251"))

    with pytest.raises(SettingsError, match=r"\.env is not UTF-8"):
        settings.load()


def test_a_variable_named_schema_is_nobodys(monkeypatch: pytest.MonkeyPatch) -> None:
    """`SCHEMA` without our prefix belongs to other programs."""
    monkeypatch.setenv("SCHEMA", "public")

    assert settings.load().schema_ == "defence"


def test_unknown_lines_of_dotenv_are_other_programs() -> None:
    """A `.env` shared with other programs doesn't stop this one."""
    Path(".env").write_text("DATABASE=x\nEXTRACTOR_PLANET=mars\nEXTRACTOR_WORKERS=9\n", encoding="utf-8")

    assert settings.load().workers == 9


def test_a_home_folder_is_expanded() -> None:
    """`~` in `.env`, where no shell sees it, is the home folder."""
    Path(".env").write_text("EXTRACTOR_CACHE_DIR=~/answers\nEXTRACTOR_WEIGHTS_DIR=~/weights\n", encoding="utf-8")
    loaded = settings.load()

    assert (loaded.cache_dir, loaded.weights_dir) == (Path.home() / "answers", Path.home() / "weights")


def test_a_key_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """The SDK's own variable gives the key, which no print of the settings reveals."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-quiet")
    loaded = settings.load()

    assert loaded.openai_api_key is not None
    assert loaded.openai_api_key.get_secret_value() == "sk-quiet"
    assert "sk-quiet" not in repr(loaded)


def test_settings_travel() -> None:
    """Settings pickle, so that a worker elsewhere can build the same model."""
    loaded = settings.load(model="openai:x", schema="a.b:C", workers=3)

    assert loaded == pickle.loads(pickle.dumps(loaded))  # noqa: S301  # our own bytes


def test_settings_are_frozen() -> None:
    """Nothing changes a run's settings once they are loaded."""
    loaded = settings.load()

    with pytest.raises(ValueError, match="frozen"):
        loaded.workers = 2  # type: ignore[misc]


def _known() -> set[str]:
    names = set()
    for name, field in Settings.model_fields.items():
        alias = field.validation_alias
        first = alias if isinstance(alias, str) else str(alias.choices[0]) if alias else f"EXTRACTOR_{name.upper()}"  # type: ignore[union-attr]  # AliasPath isn't used
        names.add(first)
    return names | {f"EXTRACTOR_SERVICE_{name.upper()}" for name in ServiceSettings.model_fields}


def _example() -> str:
    return (ROOT / ".env.example").read_text(encoding="utf-8")


def test_env_example_lists_every_setting_and_no_other() -> None:
    """`.env.example`, Settings and ServiceSettings know the same names."""
    listed = re.findall(r"^#([A-Z_]+)=", _example(), re.MULTILINE)

    assert _known() == set(listed)
    assert len(listed) == len(set(listed))


def test_env_example_uncommented_is_the_default() -> None:
    """The values shown in `.env.example` are the defaults, so uncommenting a line changes nothing."""
    Path(".env").write_text(re.sub(r"^#([A-Z_]+=)", r"\1", _example(), flags=re.MULTILINE), encoding="utf-8")
    shown, shown_service = settings.load(), service_settings.load()
    Path(".env").unlink()

    assert settings.load() == shown
    assert service_settings.load() == shown_service


def test_env_example_sets_nothing_by_itself() -> None:
    """Copied as it is, every line is a comment, and each setting has a line above it that says what it is."""
    lines = _example().splitlines()

    assert all(line.startswith("#") for line in lines if line)
    assert all(lines[at - 1].startswith("# ") for at, line in enumerate(lines) if re.match(r"#[A-Z_]+=", line))
