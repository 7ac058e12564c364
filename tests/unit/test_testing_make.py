"""Objects for users' own tests: valid by the specifications, independently checked."""

from __future__ import annotations

import importlib
import json
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any, assert_type

import pytest

import abclient.health
from abclient.results import COLUMNS, ExperimentInfo, ResultRow
from abclient.testing import make
from abclient.testing._samples import scalar
from abclient.vendors.launchdarkly import Experiment
from abclient_api._runtime import UNSET, Body, Model
from abclient_api.launchdarkly import models
from support.clients import PACKAGES
from support.library import LIBRARY
from support.schemas import Specification
from support.specs import generate


def kinds(package: ModuleType, *bases: type[Any]) -> list[type[Any]]:
    """All models of a package."""
    found = (getattr(package, name) for name in package.__all__)
    return [one for one in found if isinstance(one, type) and issubclass(one, bases)]


@pytest.mark.parametrize("complete", [False, True], ids=["required", "complete"])
@pytest.mark.parametrize("package", PACKAGES)
def test_every_model_is_valid(package: str, *, complete: bool) -> None:
    """Each is what its specification says, can be read again as what it is, and is the same the next time."""
    specification = Specification(package)
    found = kinds(importlib.import_module(f"abclient_api.{package}.models"), Model, Body)
    assert found
    for kind in found:
        made = make(kind, complete=complete)
        document = made.to_dict()
        specification.check(document, specification.schemas[kind.__name__], kind.__name__)
        assert make(kind, complete=complete) == made
        if issubclass(kind, Model):
            assert kind.from_dict(document) == made


@pytest.mark.parametrize("package", PACKAGES)
def test_complete_objects_have_every_field(package: str) -> None:
    """Every field has a value, except one that would hold an object of the same kind, and what only the vendor sets."""
    specification = Specification(package)
    for kind in kinds(importlib.import_module(f"abclient_api.{package}.models"), Model, Body):
        made = make(kind, complete=True)
        empty = {name for name in kind.FIELDS if getattr(made, name) in (None, UNSET)} - {
            *getattr(kind, "READ_ONLY", ())
        }
        for name in empty:
            field = json.dumps(specification.schemas[kind.__name__]["properties"][kind.FIELDS[name]])
            assert "$ref" in field, f"{kind.__name__}.{name}"


def test_packages_that_are_generated_elsewhere(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Unions, files, maps and bytes of a made-up vendor, whose package has a runtime of its own."""
    name = f"{generate(tmp_path_factory.mktemp('made'), LIBRARY)}.tiny"
    runtime = importlib.import_module(f"{name.partition('.')[0]}._runtime")
    package = importlib.import_module(f"{name}.models")
    assert package.__file__ is not None
    document = json.loads((Path(package.__file__).parents[1] / "openapi.json").read_text(encoding="utf-8"))
    specification = Specification("library", document)
    for kind in kinds(package, runtime.Model, runtime.Body):
        for complete in (False, True):
            made = make(kind, complete=complete)
            if kind.__name__ != "ScanUpload":  # a form with files, which JSON cannot hold
                specification.check(made.to_dict(), specification.schemas[kind.__name__], kind.__name__)
    upload = make(package.ScanUpload, complete=True, title="Scan")
    assert (upload.cover, len(upload.pages), upload.title) == (runtime.File("file", b"content"), 1, "Scan")
    update = make(package.BookUpdate, complete=True)
    assert isinstance(update.rule, package.AgeRuleUpdate)
    assert (update.rule.kind, update.cover) == ("age", b"content")


def test_given_fields() -> None:
    """They are as a vendor would send them: models become JSON, times are written, None is null."""
    moment = datetime(2026, 3, 4, tzinfo=UTC)
    period = make(models.ExperimentEnabledPeriodRep, start_date=moment, stop_date=None)
    assert (period.start_date, period.to_dict()) == (moment, {"startDate": 1772582400000, "stopDate": None})
    iteration = make(models.IterationRep, status="running")
    experiment = make(models.Experiment, key="a", current_iteration=iteration, previous_iterations=[iteration])
    assert_type(experiment, models.Experiment)
    assert experiment.to_dict() == {
        "key": "a",
        "currentIteration": iteration.to_dict(),
        "previousIterations": [iteration.to_dict()],
    }
    body = make(models.ExperimentPost, key="a", iteration=make(models.IterationInput, hypothesis="b"))
    assert (body.key, body.iteration.hypothesis, body.description) == ("a", "b", UNSET)


def test_a_status_that_vendors_may_add_later() -> None:
    """What is read has open enums, and tests want to see what happens with a new value."""
    assert make(models.Experiment, methodology="of next year").methodology == "of next year"


def test_a_status_that_cannot_be_sent() -> None:
    """What is sent has closed enums, and other values are refused as type checkers do."""
    assert make(models.ExperimentPost, methodology="frequentist", key="a").methodology == "frequentist"
    with pytest.raises(ValueError, match=r"methodology of ExperimentPost must be one of .bayesian., .*, not .of next"):
        make(models.ExperimentPost, methodology="of next year")


def test_resources_are_made_without_a_client() -> None:
    """A resource is of the given class, and says that it belongs to no client when it is saved."""
    experiment = make(Experiment, key="a", name="A")
    assert (type(experiment), experiment.name) == (Experiment, "A")


@pytest.mark.parametrize(
    ("kind", "fields", "message"),
    [
        (models.Experiment, {"nam": "A"}, "Experiment has no field nam; it has id, key, name"),
        (models.Experiment, {"key": 5}, "key of Experiment must be of type string, not int"),
        (models.Experiment, {"creation_date": True}, "creation_date of Experiment must be of type integer, not bool"),
        (models.ExperimentPost, {"iteration": []}, "iteration of ExperimentPost must be of type object, not list"),
        (models.ExperimentPost, {"nam": "A"}, "ExperimentPost has no field nam"),
        (ResultRow, {"unit": 5}, "unit"),
        (models.ExperimentPostFields, {}, "ExperimentPostFields is not a model of a generated package"),
        (dict, {}, "dict is not a model of a generated package, and not ResultRow or ExperimentInfo"),
    ],
)
def test_mistakes_are_named(kind: type[Any], fields: dict[str, Any], message: str) -> None:
    """Unknown fields, other types, and what is not a model."""
    with pytest.raises(TypeError, match=message):
        make(kind, **fields)


def test_rows_fit_together() -> None:
    """A complete row has every column of a conversion metric, and health finds nothing wrong with it."""
    row = make(ResultRow, complete=True)
    without = {name for name in COLUMNS if getattr(row, name) is None}
    assert without == {"value", "value_unit", "value_scale", "currency", "segment"}
    baseline = make(ResultRow, complete=True, variation_id="a", is_baseline=True, conversions=100, mean=0.1)
    (health,) = abclient.health.check([baseline, row])
    assert health.findings == ()
    assert row.mean == (row.conversions or 0) / (row.units or 1)
    assert make(ResultRow, units=5).units == 5


def test_experiments_in_the_words_of_all_vendors() -> None:
    """The least has an id; the complete one what rows say of an experiment, too."""
    assert make(ExperimentInfo, experiment_id="7").key.experiment_id == "7"
    info, row = make(ExperimentInfo, complete=True), make(ResultRow, complete=True)
    assert info.key == row.experiment


@pytest.mark.parametrize(
    ("schema", "value"),
    [
        ({"type": "integer", "minimum": 5}, 5),
        ({"type": "integer", "maximum": -5}, -5),
        ({"type": "number"}, 0.5),
        ({"type": "string", "maxLength": 2}, "te"),
        ({"type": "string", "pattern": "^[0-9]$"}, "1"),
        ({"type": "string", "format": "uri"}, "https://example.com/"),
        ({"type": "integer", "enum": [3, 4]}, 3),
        ({}, {}),
    ],
)
def test_single_values(schema: dict[str, Any], value: Any) -> None:
    """Bounds, lengths, patterns, formats and enums are kept."""
    assert scalar(schema) == value


def test_a_pattern_that_no_known_text_matches() -> None:
    """It is said which field has to be given, rather than something invalid made."""
    with pytest.raises(ValueError, match="no text is known that matches"):
        scalar({"type": "string", "pattern": "^never$"})
