"""Every operation of Convert, called as its documentation shows, sends and reads what the documentation shows."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any, cast

import pytest

import abclient
from abclient_api._models import Body, Model
from abclient_api.convert_v1 import models
from support.convert_v1 import APPLICATION, OPERATIONS, PAYLOADS, REPORT, SECRET, Documented

EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
Client = abclient.ConvertV1


def keywords(body: type[Body], operation: str, *fixed: str) -> dict[str, Any]:
    """The documented body by the names of Python, without what only the vendor sets."""
    names = {key: name for name, key in body.FIELDS.items()}
    request: dict[str, Any] = PAYLOADS[operation]["request"]
    return {names[key]: value for key, value in request.items() if key not in fixed}


PROJECT = ("id", "account_id", "tracking_snippet", "created_at")
EXPERIENCE = ("id", "start_time", "end_time")
STATUS: Any = "draft"
TYPE: Any = "a/b"


def project_fields(operation: str) -> dict[str, Any]:
    return keywords(models.ProjectInput, operation, *PROJECT)


def experience_fields(operation: str) -> dict[str, Any]:
    return keywords(models.ExperienceInput, operation, *EXPERIENCE)


def hypothesis_fields(operation: str) -> dict[str, Any]:
    return keywords(models.HypothesisInput, operation)


CALLS: dict[str, Callable[[Client], Any]] = {
    "listProjects": lambda c: c.projects.list(page_size=50),
    "getProject": lambda c: c.projects.get("p"),
    "addProject": lambda c: c.projects.create(**project_fields("addProject")),
    "updateProject": lambda c: c.projects.update("p", **project_fields("updateProject")),
    "listExperiences": lambda c: c.project("p").experiences.list(types=TYPE, statuses=[STATUS], search="string"),
    "getExperience": lambda c: c.project("p").experiences.get("e"),
    "addExperience": lambda c: c.project("p").experiences.create(**experience_fields("addExperience")),
    "updateExperience": lambda c: c.project("p").experiences.update("e", **experience_fields("updateExperience")),
    "saveVariation": lambda c: c.project("p").experiences.change_variation(
        "e", "string", **keywords(models.VariationInput, "saveVariation", "id")
    ),
    "removeVariation": lambda c: c.project("p").experiences.remove_variation("e", "v"),
    "listGoals": lambda c: c.project("p").goals.list(search="string"),
    "getGoal": lambda c: c.project("p").goals.get("g"),
    "addGoal": lambda c: c.project("p").goals.create(**keywords(models.GoalInput, "addGoal", "goal_id")),
    "updateGoal": lambda c: c.project("p").goals.update(
        "string", **keywords(models.GoalInput, "updateGoal", "goal_id")
    ),
    "listHypotheses": lambda c: c.project("p").hypotheses.list(
        search="string", statuses=STATUS, score_max=0, score_min=0
    ),
    "getHypothesis": lambda c: c.project("p").hypotheses.get(7),
    "addHypothesis": lambda c: c.project("p").hypotheses.create(**hypothesis_fields("addHypothesis")),
    "updateHypothesis": lambda c: c.project("p").hypotheses.update(7, **hypothesis_fields("updateHypothesis")),
    "updateHypothesisStatus": lambda c: c.project("p").hypotheses.update_status(7, STATUS),
    "listAudiences": lambda c: c.project("p").audiences.list(search="string", is_segment=True, is_used=True),
    "getAudience": lambda c: c.project("p").audiences.get("a"),
    "addAudience": lambda c: c.project("p").audiences.create(
        **keywords(models.AudienceInput, "addAudience", "audience_id")
    ),
    "updateAudience": lambda c: c.project("p").audiences.update(
        "string", **keywords(models.AudienceInput, "updateAudience", "audience_id")
    ),
    "getGoalReport": lambda c: c.project("p").experiences.report("e", goal_id="g", start=EPOCH, end=EPOCH),
    "getReport": lambda c: c.project("p").experiences.report("e", start=EPOCH, end=EPOCH),
}

LEFT_OUT = {
    "addProject": PROJECT,
    "updateProject": PROJECT,
    "addExperience": EXPERIENCE,
    "updateExperience": EXPERIENCE,
    "addGoal": ("goal_id",),
    "addAudience": ("audience_id",),
}
"""What the documentation's bodies have, although only the vendor sets it."""

PATHS = {
    "project_id": "p",
    "experience_id": "e",
    "variation_id": "v",
    "goal_id": "g",
    "hypothesis_id": "7",
    "audience_id": "a",
}
UPDATED = {"updateGoal": {"goal_id": "string"}, "updateAudience": {"audience_id": "string"}}
"""Where the documented body repeats the id of the path."""

UNREADABLE = {"start_time", "end_time", "prioritization_score", "start_date", "end_date"}
"""Fields whose documented value ("string", or 0 for no time) is no value of their type."""


def check(parsed: Any, document: Any) -> None:
    """Every field of the document is there, with its Python value, and the object gives the document back."""
    if isinstance(document, list):
        for one, row in zip(parsed, cast("list[object]", document), strict=True):
            check(one, row)
    elif isinstance(parsed, Model):
        assert parsed.to_dict() == document
        assert {**parsed.additional_properties, **dict.fromkeys(parsed.FIELDS.values())}.keys() >= document.keys()
        for name, key in parsed.FIELDS.items():
            if key in document:
                check_field(key, getattr(parsed, name), document[key], parsed)
    else:
        assert (parsed, type(parsed)) == (document, type(document))


def check_field(key: str, held: Any, value: Any, owner: Model) -> None:
    unreadable = key in UNREADABLE or (key == "created_at" and isinstance(owner, models.Project))
    if unreadable:
        assert held is None
    else:
        check(held, value)


def test_every_operation_is_called_here() -> None:
    """The tests below reach each operation of the spec, and each has its documented example."""
    assert set(CALLS) == set(OPERATIONS) == set(PAYLOADS)


def test_forty_two_payloads_are_documented() -> None:
    """Nothing of what the documentation shows was left out of the payloads."""
    assert sum(len(documented) for documented in PAYLOADS.values()) == 42


@pytest.mark.parametrize("operation", OPERATIONS)
async def test_documented_call(operation: str) -> None:
    """The call makes the documented request, and its documented answer is read field by field."""
    vendor, documented = Documented(), PAYLOADS[operation]
    async with Client(APPLICATION, SECRET, transport=vendor) as client:
        result = await CALLS[operation](client)
    (seen,) = vendor.seen
    assert seen.operation == operation
    ids = {**PATHS, **UPDATED.get(operation, {})}
    assert seen.path == OPERATIONS[operation].template.format(**ids)
    check_sent(operation, seen.body)
    check(result, documented.get("response", REPORT))


def check_sent(operation: str, body: Any) -> None:
    """What was sent is what the documentation shows, but for what only the vendor sets; pages count from 1."""
    documented = PAYLOADS[operation].get("request")
    if documented is None:
        assert body is None
        return
    expected = {key: value for key, value in documented.items() if key not in LEFT_OUT.get(operation, ())}
    if "page" in expected:
        expected["page"] = 1
    assert body == expected


@pytest.mark.parametrize("operation", [name for name in OPERATIONS if name.startswith("list")])
async def test_lists_are_whole_after_one_short_page(operation: str) -> None:
    """A page with fewer items than it could have is the last: nothing more is asked for."""
    vendor = Documented()
    async with Client(APPLICATION, SECRET, transport=vendor) as client:
        assert [item async for item in CALLS[operation](client)] == list(await CALLS[operation](client))
    assert len(vendor.seen) == 2


@pytest.mark.parametrize(
    ("operation", "changes", "expected"),
    [
        (
            "getExperience",
            {"start_time": 1_700_000_000, "end_time": "1700000060"},
            {
                "start_time": datetime.datetime(2023, 11, 14, 22, 13, 20, tzinfo=datetime.UTC),
                "end_time": datetime.datetime(2023, 11, 14, 22, 14, 20, tzinfo=datetime.UTC),
            },
        ),
        ("getProject", {"created_at": "2024-02-29"}, {"created_at": datetime.date(2024, 2, 29)}),
        (
            "getHypothesis",
            {"start_date": "2024-01-31", "end_date": "2024-12-31", "prioritization_score": "3.67"},
            {
                "start_date": datetime.date(2024, 1, 31),
                "end_date": datetime.date(2024, 12, 31),
                "prioritization_score": 3.67,
            },
        ),
        ("getHypothesis", {"prioritization_score": 4}, {"prioritization_score": 4.0}),
        ("getHypothesis", {"prioritization_score": "n/a"}, {"prioritization_score": None}),
        ("getExperience", {"experience_type": "funnel"}, {"type": "funnel"}),
        ("getExperience", {"experience_status": None, "goals": None}, {"status": None, "goals": None}),
    ],
)
async def test_values_become_those_of_python(operation: str, changes: dict[str, Any], expected: dict[str, Any]) -> None:
    """Unix times, dates and scores are read; what cannot be, is kept as it came."""
    document = {**PAYLOADS[operation]["response"], **changes}
    async with Client(APPLICATION, SECRET, transport=Documented(**{operation: document})) as client:
        result = await CALLS[operation](client)
    assert {name: getattr(result, name) for name in expected} == expected
    assert result.to_dict() == document


@pytest.mark.parametrize(
    ("attributes", "expected", "unknown"),
    [
        ({"potential": 1, "importance": 2, "ease": 3}, {"potential": 1, "importance": 2, "ease": 3}, {}),
        ({"impact": 4, "confidence": 5, "ease": 1}, {"impact": 4, "confidence": 5, "ease": 1}, {}),
        ({"reach": 9, "ease": 2}, {"ease": 2}, {"reach": 9}),
        ([], {}, {}),
    ],
)
async def test_priorities_are_typed_and_unknown_shapes_kept(
    attributes: Any, expected: dict[str, int], unknown: dict[str, Any]
) -> None:
    """PIE and ICE attributes have names; others stay where they can be found."""
    document = {**PAYLOADS["getHypothesis"]["response"], "prioritization_score_attributes": attributes}
    async with Client(APPLICATION, SECRET, transport=Documented(getHypothesis=document)) as client:
        hypothesis = await client.project("p").hypotheses.get(7)
    read = hypothesis.prioritization_score_attributes
    assert read is not None
    assert {name: getattr(read, name) for name in read.FIELDS if getattr(read, name) is not None} == expected
    assert read.additional_properties == unknown
    assert hypothesis.to_dict() == document


@pytest.mark.parametrize(
    ("operation", "field"),
    [
        ("listExperiences", "site_area"),
        ("listGoals", "triggering_rule"),
        ("listAudiences", "firing_rule"),
        ("listProjects", "reporting_settings"),
    ],
)
async def test_an_empty_list_for_an_empty_object_loses_no_page(operation: str, field: str) -> None:
    """What a PHP server makes of an empty object reads as an empty one, changes nothing, and can be filled."""
    (row,) = PAYLOADS[operation]["response"]
    vendor = Documented(**{operation: [{**row, field: []}, row]})
    async with Client(APPLICATION, SECRET, transport=vendor) as client:
        empty, full = await CALLS[operation](client)
    held = getattr(empty, field)
    assert held == type(held)()
    assert empty.to_dict() == {**row, field: []}
    assert empty.changes() == {}
    setattr(empty, field, getattr(full, field))
    assert empty.changes().keys() == {field}
    assert empty.to_dict() == row


async def test_an_empty_list_in_place_of_a_resource_is_an_error() -> None:
    """What has required fields cannot be read from nothing."""
    async with Client(APPLICATION, SECRET, transport=Documented(getGoal=[])) as client:
        with pytest.raises(abclient.DecodeError, match="Goal: expected an object, got list"):
            await client.project("p").goals.get("g")
