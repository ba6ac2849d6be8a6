"""A schema of your own: python -m extractor --schema samples.exercise:Exercise samples/marineuebung.txt."""

from datetime import date
from typing import Literal

from pydantic import BaseModel, Field


class Exercise(BaseModel):
    """A military exercise."""

    name: str | None = Field(description="Name of the exercise, as written")
    start: date | None = Field(description="First day")
    kind: Literal["land", "sea", "air", "mixed"]
    countries: list[str] = Field(description="Countries that take part, as written")
    troops: int | None = Field(description="How many soldiers take part")
    commander: str | None = Field(description="Name of the person who leads it")
