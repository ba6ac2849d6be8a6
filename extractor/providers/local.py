"""The embedded model: llama.cpp's own server inside this process (xllamacpp), on loopback, with a random key.

The only file that imports xllamacpp. One engine a weights file and process; it is closed at exit.
"""

import atexit
import secrets
import threading
from importlib import metadata
from pathlib import Path
from typing import Any

from extractor import weights
from extractor.errors import WeightsError
from extractor.progress import Progress
from extractor.providers.endpoint import Endpoint, Provider
from extractor.providers.primer import Primer
from extractor.settings import Settings

WINDOW = 8192
"""Tokens of prompt and answer together; 8192 take 230 MB beside the weights."""
ALTERNATIVES = 20
"""As many as the protocol allows: enough for every value of an enum that the model thinks of."""
_engines: dict[Path, tuple[Any, str, Primer | None]] = {}
_lock = threading.Lock()


def _identity(name: str, settings: Settings) -> str:
    """The digest of the weights: the same bytes answer alike under any name."""
    return f"local:sha256:{weights.digest(name, settings.weights_dir)}"


def _connect(name: str, settings: Settings, progress: Progress) -> Endpoint:
    from extractor.weights import download  # noqa: PLC0415  # only when the cache can't answer

    path = download.ready(name, settings.weights_dir, progress)
    with _lock:
        if path not in _engines:
            progress(f"loading {name}", 0, 0)
            _engines[path] = _start(
                path, _states(settings.weights_dir / f"{path.stem}.states"), _identity(name, settings)
            )
            progress(f"loading {name}", 1, 1)
        engine, key, prime = _engines[path]
    address = f"{engine.listening_address}/v1"
    free = (0.0, 0.0)
    return Endpoint(
        address, key, name, settings.timeout, price=free, compact=True, alternatives=ALTERNATIVES, prime=prime
    )


def _states(folder: Path) -> Path | None:
    """The folder of what engines have read, made if need be; None where nothing can be written."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        return None
    return folder


def _start(path: Path, states: Path | None, identity: str) -> tuple[Any, str, Primer | None]:
    import xllamacpp  # noqa: PLC0415  # only when the cache can't answer

    key = secrets.token_urlsafe(24)
    params = xllamacpp.CommonParams()
    params.model.path = str(path)
    params.n_ctx = WINDOW
    params.n_parallel = 1
    params.hostnames = ["127.0.0.1"]
    params.port = 0
    params.api_keys = [key]
    params.verbosity = -1
    params.ui = False
    params.endpoint_slots = False
    if states:
        params.slot_save_path = f"{states}/"
    try:
        engine = xllamacpp.Server(params)
    except RuntimeError as error:
        raise WeightsError(
            f"{path} can't be loaded: is it a complete GGUF file of a chat model, and is memory left?"
        ) from error
    shape = f"{identity} {WINDOW} {metadata.version('xllamacpp')}"
    return engine, key, Primer(engine.listening_address, key, states, shape) if states else None


@atexit.register
def close() -> None:
    """Stop every engine of this process and free its memory."""
    with _lock:
        _engines.clear()


PROVIDER = Provider(_identity, _connect, WINDOW, local=True)
