"""The service keeps what its OpenAPI document promises: requests made from it, answers checked against it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.service.database import Database
from extractor.service.keys import SCOPES, Keys
from tests.service_process import FREELY, RULES, Running, serving

pytestmark = pytest.mark.enable_socket


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The service's folder."""
    return tmp_path_factory.mktemp("openapi")


@pytest.fixture(scope="module")
def key(folder: Path) -> str:
    """A key that may do everything."""
    return Keys(Database(folder / "data")).add("all", frozenset(SCOPES))


@pytest.fixture(scope="module")
def running(folder: Path, key: str) -> Iterator[Running]:
    """A service with a key, in which code alone reads: any text gets a real record."""
    assert key
    with serving(folder, *RULES, **FREELY) as found:
        yield found


def test_every_field_is_described(running: Running) -> None:
    """The document names every route, the record's fields, and a scheme for keys; every reference leads somewhere."""
    document = running.client().get("/openapi.json").json()
    text = running.client().get("/openapi.json").text
    schemas = document["components"]["schemas"]
    references = {part.partition('"')[0] for part in text.split('"#/components/schemas/')[1:]}

    assert {"DefenceRecord", "Event", "Participant", "Agreement", "JobOut", "ProblemBody"} <= set(schemas)
    assert "location_city" in schemas["Event"]["properties"]
    assert references <= set(schemas)
    assert "key" in document["components"]["securitySchemes"]
    for path, operations in document["paths"].items():
        for operation in operations.values():
            assert operation["summary"], path
            assert all(answer["description"] for answer in operation["responses"].values()), path
    for name in ("JobOut", "ModelOut", "ProblemBody", "TextIn"):
        assert all(
            "description" in field or "$ref" in field or "enum" in field
            for field in schemas[name]["properties"].values()
        )


def test_answers_are_as_promised(running: Running, key: str, tmp_path: Path) -> None:
    """Made-up requests to every route, right and wrong ones, get answers of a documented status, type and shape."""
    options = ["--max-examples", "4", "--phases", "examples,coverage,fuzzing", "--seed", "1", "--no-color"]
    # a body may be as described and still be no article; a stream has no end that could be waited for
    but = ["--exclude-checks", "positive_data_acceptance", "--exclude-path-regex", "/events$"]
    program = str(Path(sys.executable).with_name("schemathesis"))
    command = [program, "run", f"{running.url}/openapi.json", "-H", f"Authorization: Bearer {key}", *options, *but]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False)

    assert done.returncode == 0, done.stdout[-4000:]
    assert "Tested: 13" in done.stdout
