"""Settings: the only reader of the environment. Flags come first, then the environment, then `.env`."""

from pathlib import Path
from typing import Annotated, Any, Literal

import platformdirs
from pydantic import AfterValidator, AliasChoices, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from extractor.errors import SettingsError

CacheMode = Literal["auto", "refresh", "replay", "off"]
Folder = Annotated[Path, AfterValidator(Path.expanduser)]
"""No shell expands the `~` of a line in `.env`."""


class Settings(BaseSettings):
    """Everything a run depends on. Frozen, and picklable, so that a worker elsewhere can build the same model."""

    model_config = SettingsConfigDict(
        env_prefix="EXTRACTOR_",
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        populate_by_name=True,
    )

    model: str = Field("local:qwen2.5-coder-1.5b", description="provider:model, such as openai:gpt-5-mini")
    prompt: str | None = Field(
        None, description="schema/version, such as defence/v1, or a file; the schema's own if empty"
    )
    schema_: str = Field(
        "defence",
        validation_alias="EXTRACTOR_SCHEMA",
        description="defence, or package.module:Class for a Pydantic model of your own",
    )
    base_url: str | None = Field(
        None, description="address of an OpenAI-compatible server, such as http://127.0.0.1:8000/v1"
    )
    cache: CacheMode = Field("auto", description="auto, refresh (ask again), replay (never ask) or off")
    cache_dir: Folder = Field(Path(platformdirs.user_cache_dir("extractor")), description="folder of the answers")
    weights_dir: Folder = Field(
        Path(platformdirs.user_data_dir("extractor")) / "weights", description="folder of the embedded model's weights"
    )
    workers: int = Field(4, ge=1, le=256, description="documents at the same time; the embedded model takes one")
    timeout: float = Field(600.0, gt=0, description="seconds to wait for one answer")
    openai_api_key: SecretStr | None = Field(None, validation_alias=AliasChoices("OPENAI_API_KEY", "openai_api_key"))
    openai_base_url: str | None = Field(None, validation_alias=AliasChoices("OPENAI_BASE_URL", "openai_base_url"))


def load(**flags: Any) -> Settings:
    """Settings from flags (None means not given), environment and `.env`; a bad value is named in a SettingsError."""
    given = {"schema_" if name == "schema" else name: value for name, value in flags.items() if value is not None}
    if unknown := sorted(set(given) - set(Settings.model_fields)):
        known = ", ".join(sorted(name.removesuffix("_") for name in Settings.model_fields))
        raise SettingsError(f"no setting named {unknown[0]!r}; there is {known}")
    try:
        return Settings(**given)
    except UnicodeDecodeError as error:
        raise SettingsError(f".env is not UTF-8 text: {error.reason}; save it as UTF-8") from None
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]).removesuffix("_") if first["loc"] else "settings"
        raise SettingsError(
            f"setting {name}: {first['msg'].lower()}, got {first['input']!r}; see .env.example"
        ) from None
