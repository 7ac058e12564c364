"""What the specification of Convert's API v2 says to callers: limits, and what a filter does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from support.schemas import Specification

SCHEMAS: dict[str, Any] = Specification("convert").schemas
FILTERS = sorted(name for name in SCHEMAS if "List" in name and name.endswith("RequestData"))
PAGING = {"page", "results_per_page", "onlyCount", "sort_by", "sort_direction"}


def sent_properties() -> Iterator[tuple[str, dict[str, Any]]]:
    """The properties of all bodies."""
    for name, schema in SCHEMAS.items():
        if name.endswith(("RequestData", "Add", "Create")):
            for field, value in schema.get("properties", {}).items():
                yield f"{name}.{field}", value


def test_limits_of_lists_are_said() -> None:
    """Editors show the description, not the limit."""
    limited = {where: value for where, value in sent_properties() if "maxItems" in value}
    assert len(limited) > 40
    assert not [where for where, value in limited.items() if str(value["maxItems"]) not in value["description"]]


@pytest.mark.parametrize("name", FILTERS)
def test_a_filter_says_what_it_leaves(name: str) -> None:
    """Not what the field of an object would be."""
    for field, value in SCHEMAS[name]["properties"].items():
        told = value["description"]
        if field not in PAGING:
            assert told.startswith(("Only ", "No ", "Optional ", "Fields ", "How ", "The key ", "A goal, ")), told


@pytest.mark.parametrize(
    ("name", "needed"),
    [
        ("CreateDomainRequestData", {"url"}),
        ("CreateLocationRequestData", {"name", "rules"}),
        ("CreateTagRequestData", {"name"}),
        ("DomainToCreate", {"url"}),
        ("TagInput", {"name"}),
        ("CreateExperienceRequestData", {"name", "type", "status", "url"}),
    ],
)
def test_what_a_new_object_needs(name: str, needed: set[str]) -> None:
    """As the vendor's document says; nothing is needed to change one."""
    assert set(SCHEMAS[name]["required"]) == needed
    if name.startswith("Create"):
        assert "required" not in SCHEMAS[name.replace("Create", "Update")]
