"""What docs/results.md says of rows: every field, and what becomes of every field of every vendor's answers."""

from __future__ import annotations

import re
import typing
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest

from abclient.results import COLUMNS
from abclient_api.convert import models as convert
from abclient_api.convert_v1 import models as convert_v1
from abclient_api.launchdarkly import models as launchdarkly
from abclient_api.optimizely import models as optimizely
from abclient_api.optimizely_classic import models as classic

PAGE = (Path(__file__).parents[2] / "docs" / "results.md").read_text("utf-8")


def tables() -> list[list[list[str]]]:
    """The tables of the page whose first column is of fields, as lines of cells."""
    found = re.findall(r"^\| field \|.*\n(?:\|.*\n)+", PAGE, re.MULTILINE)
    return [[line.strip("|").split("|") for line in table.splitlines()] for table in found]


@pytest.mark.parametrize("number", range(3))
def test_every_field_of_a_row_is_explained(number: int) -> None:
    """Its meaning, and where each kind of results has it from, in the order of the columns, with nothing left blank."""
    heading, _, *lines = tables()[number]
    named = [name.strip() for line in lines for name in line[0].split(",") if "*" not in name]
    assert named == list(COLUMNS)
    assert all(len(line) == len(heading) and all(cell.strip() for cell in line) for line in lines)


def fields_of(model: type, not_in_a_row: set[str]) -> Iterator[str]:
    """The names of a model's fields as they are in JSON, and those of the models in them; of each as one word."""
    hints = typing.get_type_hints(model)
    for field in attrs.fields(model):
        if not field.name.startswith("_"):
            name = plain(field.name)
            yield name
            for inner in models_in(hints[field.name]) if name not in not_in_a_row else ():
                yield from fields_of(inner, not_in_a_row)


def models_in(hint: Any) -> Iterator[type]:
    if isinstance(hint, type) and attrs.has(hint):
        yield hint
    for inner in typing.get_args(hint):
        yield from models_in(inner)


def plain(name: str) -> str:
    """A name without what tells the spelling of JSON from that of Python."""
    return name.replace("_", "").lower()


def words(cells: list[str]) -> set[str]:
    """What stands in these cells as code."""
    spans = re.findall(r"`([^`]+)`", " ".join(cells))
    return {plain(word) for span in spans for word in re.findall(r"\w+", span)}


ANSWERS: list[tuple[int, type]] = [
    (1, classic.Result),
    (1, classic.Stat),
    (1, optimizely.ExperimentResults),
    (1, optimizely.ExperimentTimeseries),
    (1, optimizely.CampaignResults),
    (2, convert.ExperienceAggregatedReport),
    (2, convert.ExperienceDailyReport),
    (2, convert.ExperienceDailyTrafficAllocationReport),
    (2, convert_v1.Report),
    (2, launchdarkly.ExperimentBayesianResultsRep),
    (2, launchdarkly.ExperimentResults),
]


@pytest.mark.parametrize(("number", "model"), ANSWERS)
def test_every_field_of_an_answer_is_accounted_for(number: int, model: type) -> None:
    """It is named as the origin of a field, or among what is not in a row."""
    table = tables()[number]
    left_out = words(table[-1])
    told = words([cell for line in table for cell in line])
    assert set(fields_of(model, left_out)) <= told
