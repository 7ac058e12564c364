"""Arguments of another type than the vendor documents: refused by name, in every vendor, before anything is sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

import abclient
from support.clients import VENDORS, connect
from support.fake import Script, answer
from support.known import known


@pytest.mark.parametrize("vendor", VENDORS)
async def test_an_argument_of_another_type_is_refused_by_name(vendor: str) -> None:
    """Each wrong value of each argument: a TypeError or ValueError that names it, and no request."""
    script = Script(answer(200, []))
    async with connect(vendor, "http://127.0.0.1:1", transport=script) as client:
        for values, calls in known(vendor).wrong_arguments:
            for name, call in calls.items():
                for value in values:
                    with pytest.raises((TypeError, ValueError), match=name.split(" ")[0]):
                        await call(client, value)
    assert script.requests == []


UNDOCUMENTED: list[tuple[Callable[[Any], Any], str]] = [
    (lambda ld: ld.experiments("p", "e").list(status="invented", page_size=1, offset=0), "limit=1&offset=0"),
    (lambda ld: ld.experiments("p", "e").list(lifecycle_state=("active", "new")), "lifecycleState=active%2Cnew"),
    (lambda ld: ld.experiments("p", "e").list(expand="x"), "expand=x"),
]


@pytest.mark.parametrize(("call", "sent"), UNDOCUMENTED)
async def test_a_value_that_nobody_documents_is_sent(call: Callable[[Any], Any], sent: str) -> None:
    """Vendors add values; who uses one need not wait for a new version of this client."""
    script = Script(answer(200, {"items": []}))
    async with connect("launchdarkly", "http://127.0.0.1:1", transport=script) as client:
        assert list(await call(client)) == []
    assert sent in script.requests[0].url


async def test_days_may_be_text() -> None:
    """As the vendor writes them, or as any other ISO form of a date."""
    script = Script(answer(200, []))
    async with abclient.Optimizely("2:token", transport=script) as optimizely:
        await optimizely.billing.usage(1, "2026-01-31", "20260201")
    assert "usage_date_from=2026-01-31&usage_date_to=2026-02-01" in script.requests[0].url
