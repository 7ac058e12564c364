"""Many of Convert's objects (API v2) by their ids: fifty with one request."""

from __future__ import annotations

import json
from typing import Any

import pytest

import abclient
from abclient.transports import WireRequest, WireResponse
from support.convert import EMPTY, KEY, convert
from support.fake import answer


def of_ids(request: WireRequest) -> WireResponse:
    """A list of what there is among the ids that are asked for: all even ones; one of them is no object."""
    if request.method == "GET":
        number = int(request.url.partition("?")[0].rpartition("/")[2])
        found = {"id": number, "name": "alone"}
        return answer(200, found) if number % 2 == 0 or number == 7 else answer(404, {"code": 404, "message": "no"})
    body = json.loads(request.body or b"")
    assert len(body["only"]) <= body["results_per_page"] == 50
    rows: list[Any] = [{"id": one, "name": "listed"} for one in body["only"] if one % 2 == 0]
    pagination = {"items_count": len(rows), "pages_count": 1}
    return answer(200, {"data": [*reversed(rows), "x"], "extra": {"pagination": pagination}})


@pytest.mark.parametrize("kind", ["tags", "goals", "experiences", "hypotheses", "domains", "features"])
async def test_many_are_read_fifty_at_once(kind: str) -> None:
    """In their order, twice where they are wanted twice; what the list lacks is read by itself."""
    client, script = convert(*[of_ids] * 20, credentials=KEY)
    ids = [*range(400, 200, -2), 400, 7]
    found = await getattr(client.project(2), kind).get_many(ids)
    assert [one.id for one in found] == ids
    assert [one.to_dict()["name"] for one in found] == [*["listed"] * 101, "alone"]
    assert [request.method for request in script.requests] == ["POST", "POST", "GET"]


async def test_of_many_each_may_fail_alone() -> None:
    """What does not exist is named, and the error has the others; a list that fails is asked for once."""
    client, script = convert(*[of_ids] * 9)
    with pytest.raises(abclient.PartialFailureError, match=r"2 of 4 could not be fetched: 3: .*; 5: ") as told:
        await client.project(2).tags.get_many([2, 3, 4, 5])
    assert [one.id for one in told.value.values.values()] == [2, 4]
    assert all(isinstance(one, abclient.NotFoundError) for one in told.value.failures.values())
    client, script = convert(answer(403, {"code": 403, "message": "no"}))
    with pytest.raises(abclient.PartialFailureError, match="60 of 60"):
        await client.project(2).tags.get_many(range(2, 62))
    assert len(script.requests) == 2


@pytest.mark.parametrize(
    ("ids", "error", "told"),
    [
        ("12", TypeError, "several ids, not one str"),
        ([], ValueError, "empty"),
        ([1, "x"], TypeError, "tag_id"),
        ([1, True], TypeError, "tag_id"),
        ([1, -2], ValueError, "tag_id"),
    ],
)
async def test_ids_that_cannot_be(ids: Any, error: type[Exception], told: str) -> None:
    """Nothing is sent if one of them is no id."""
    client, script = convert(answer(200, EMPTY))
    with pytest.raises(error, match=told):
        await client.project(2).tags.get_many(ids)
    assert script.requests == []


async def test_keys_among_ids_are_read_one_by_one() -> None:
    """A filter takes ids only; with one id alone, it is read as ``get`` does."""

    def step(request: WireRequest) -> WireResponse:
        name = request.url.partition("?")[0].rpartition("/")[2]
        return of_ids(request) if name != "shop" else answer(200, {"id": 8, "key": "shop"})

    client, script = convert(*[step] * 9, credentials=KEY)
    found = await client.project(2).features.get_many([2, "shop", 4])
    assert [one.id for one in found] == [2, 8, 4]
    assert [request.method for request in script.requests].count("POST") == 1
