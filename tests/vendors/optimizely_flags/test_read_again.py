"""Changes that take a second request to be read: made is made, whatever becomes of that one."""

from __future__ import annotations

import logging
from typing import Any

import pytest

from abclient.errors import ABClientError
from abclient.transports import WireRequest, WireResponse
from support.clients import connect
from support.fake import Script, answer

RULE: dict[str, Any] = {
    "id": 5,
    "key": "r",
    "name": "n",
    "type": "a/b",
    "enabled": False,
    "status": "paused",
    "flag_key": "f",
    "environment_key": "e",
    "variations": {},
}
RULESET: dict[str, Any] = {
    "flag_key": "f",
    "environment_key": "e",
    "enabled": True,
    "rules": {"r": RULE},
    "rule_priorities": ["r"],
}


class Place(Script):
    """Lists a rule until it was changed; then nothing can be read."""

    def __init__(self) -> None:
        super().__init__(self.step)
        self.changed: list[WireRequest] = []

    def step(self, request: WireRequest) -> WireResponse:
        if request.method == "PATCH":
            self.changed.append(request)
            rule = {**RULE, "enabled": True, "status": "concluded", "name": "m"}
            return answer(200, {**RULESET, "rules": {"r": rule}})
        if self.changed:
            return answer(503, {"detail": "not now"})
        return answer(200, {"items": [RULE]} if request.url.partition("?")[0].endswith("/rules") else RULESET)


@pytest.mark.parametrize(
    ("verb", "seen"), [("enable", ("enabled", True)), ("conclude", ("status", "concluded")), ("save", ("name", "m"))]
)
async def test_a_change_that_was_made_is_reported_as_made(
    verb: str, seen: tuple[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    """The object has what the response to the change said; the log says what is missing; nothing is sent again."""
    place = Place()
    opened: Any = connect("optimizely_flags", "http://127.0.0.1:1", transport=place)
    async with opened as client:
        rule = (await client.project(1).rules.list())[0]
        rule.name = "m" if verb == "save" else rule.name
        with caplog.at_level(logging.WARNING, "abclient"):
            assert await getattr(rule, verb)() is rule
        assert getattr(rule, seen[0]) == seen[1]
        assert rule.changes() == {}
        assert len(place.changed) == 1
        assert "made the change to Rule 5, but loading it again failed (ServiceUnavailableError)" in caplog.text
        with pytest.raises(ABClientError):
            await rule.refresh()
