"""Responses that contradict themselves or the vendor's document: nothing is missed, and what was read can be saved."""

from __future__ import annotations

import json
from typing import Any

import pytest

import abclient
from support.fake import Script, answer


def page(ids: list[int], number: int, pages: Any, items: Any) -> Any:
    pagination = {"current_page": number, "pages_count": pages, "items_count": items}
    return answer(200, {"data": [{"id": one, "name": "g"} for one in ids], "extra": {"pagination": pagination}})


PAGES: list[tuple[list[Any], list[int]]] = [
    ([page([1, 2], 1, 1, 3), page([3], 2, 1, 3)], [1, 2, 3]),
    ([page([1, 2], 1, 0, 4), page([3, 4], 2, 0, 4)], [1, 2, 3, 4]),
    ([page([1, 2], 1, 1, 2)], [1, 2]),
    ([page([1], 1, 1, 9)], [1]),
    ([page([1, 2], 1, 3, 3), page([], 2, 3, 3), page([3], 3, 3, 3)], [1, 2, 3]),
    ([page([1, 2], 1, "1", "3"), page([3], 2, "1", "3")], [1, 2, 3]),
]


@pytest.mark.parametrize(("steps", "found"), PAGES)
async def test_a_number_of_pages_that_is_too_small_hides_nothing(steps: list[Any], found: list[int]) -> None:
    """A full page is the last one only if the list has no more items; a short one is the last in any case."""
    script = Script(*steps, answer(500))
    async with abclient.Convert(key_id="i", key_secret="s", account_id=1, transport=script, retries=0) as convert:
        assert [goal.id async for goal in convert.project(2).goals.list(page_size=2)] == found
    assert len(script.requests) == len(steps)


async def test_ids_that_are_text_can_be_read_and_saved() -> None:
    """Those of an experience's goals and variations, where the vendor's document has numbers."""
    body = {"id": 7, "name": "n", "goals": ["0011", 5], "variations": ["6"], "audiences": ["a/b"]}
    script = Script(answer(200, body))
    async with abclient.Convert(key_id="i", key_secret="s", account_id=1, transport=script, retries=0) as convert:
        experience = await convert.project(2).experiences.get(7)
        found: list[list[Any]] = [experience.goal_ids, experience.variation_ids]
        assert found == [["0011", 5], ["6"]]
        assert experience.goals is not None
        experience.goals.append(9)
        await experience.save()
        assert json.loads(script.requests[-1].body or b"") == {"goals": ["0011", 5, 9]}
        with pytest.raises(TypeError, match="not '12'"):
            await convert.project(2).experiences.update(7, goals=["12"])  # type: ignore[list-item]  # no id of ours


async def test_a_variation_that_is_added_meanwhile_is_not_removed() -> None:
    """The list of variations replaces what is there: it goes out with the key of what it was compared with."""
    script = Script(answer(200, {"id": 7, "name": "n", "concurrency_key": "then", "variations": [{"id": 5}]}))
    async with abclient.Convert(key_id="i", key_secret="s", account_id=1, transport=script, retries=0) as convert:
        experiences = convert.project(2).experiences
        await experiences.update(7, variations=[{"id": 5, "name": "a"}])
        await experiences.update(7, variations=[{"id": 5}], concurrency_key="now")
        await experiences.update(7, variations=[{"id": 5}], replace=True)
        await experiences.update(7, name="m")
    bodies = [json.loads(request.body) for request in script.requests if request.body]
    assert [body.get("concurrency_key") for body in bodies] == ["then", "now", None, None]
