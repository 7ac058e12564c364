"""Parts that only ``expand`` adds: a change keeps them, and loading again asks for them again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from support.clients import connect
from support.fake import Script, answer

EXPANDED: list[tuple[Callable[[Any], Any], dict[str, Any], dict[str, Any]]] = [
    (
        lambda ld: ld.metrics("p").get("k", expand=["experimentCount", "eventSources"]),
        {"_id": "m", "key": "k", "name": "n", "kind": "custom", "tags": [], "_creationDate": 1},
        {"experimentCount": 3, "eventSources": ["server"]},
    ),
    (
        lambda ld: ld.metric_groups("p").get("k", expand="experiments"),
        {"_id": "g", "key": "k", "name": "n", "kind": "funnel", "tags": [], "_creationDate": 1},
        {"experiments": [{"key": "x", "name": "n", "environmentId": "e"}]},
    ),
]


@pytest.mark.parametrize(("get", "plain", "parts"), EXPANDED)
async def test_a_save_keeps_what_only_expand_adds(get: Any, plain: dict[str, Any], parts: dict[str, Any]) -> None:
    """The response to a change has no expanded parts; the next load asks for those that there are."""
    script = Script(
        answer(200, {**plain, **parts}), answer(200, {**plain, "name": "m"}), answer(200, {**plain, **parts})
    )
    async with connect("launchdarkly", "http://127.0.0.1:1", transport=script) as ld:
        one = await get(ld)
        one.name = "m"
        await one.save()
        assert one.to_dict() == {**plain, "name": "m", **parts}
        assert one.changes() == {}
        await one.refresh()
    assert one.to_dict() == {**plain, **parts}
    assert [request.url.partition("?")[2] for request in script.requests] == [
        f"expand={'%2C'.join(parts)}",
        "",
        f"expand={'%2C'.join(parts)}",
    ]


async def test_a_project_is_loaded_again_with_its_environments() -> None:
    """If it was loaded with them; else without."""
    project: dict[str, Any] = {"_id": "p", "key": "p", "name": "n", "tags": [], "includeInSnippetByDefault": False}
    script = Script(answer(200, project))
    async with connect("launchdarkly", "http://127.0.0.1:1", transport=script) as ld:
        await (await ld.projects().get("p")).refresh()  # type: ignore[attr-defined]  # LaunchDarkly's
        script.steps[:] = [answer(200, {**project, "environments": {"items": []}})]
        await (await ld.projects().get("p", expand="environments")).refresh()  # type: ignore[attr-defined]  # as above
    assert [request.url.partition("?")[2] for request in script.requests] == ["", "", *["expand=environments"] * 2]
