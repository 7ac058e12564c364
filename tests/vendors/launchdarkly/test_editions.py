"""LaunchDarkly's two versions of the API: which one is asked for, and what has the fields of both."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
import respx

import abclient
from abclient_api.launchdarkly.api.account import get_caller_identity
from abclient_api.launchdarkly.api.audit_log import get_audit_log_entry
from abclient_api.launchdarkly.api.metric_groups import get_metric_groups

HOST = "https://app.launchdarkly.com"


def version_sent(route: respx.Route) -> list[str]:
    """All values of the header in a route's last request."""
    request: httpx.Request = route.calls.last.request
    return request.headers.get_list("ld-api-version")


@pytest.mark.parametrize(
    ("options", "variable", "version"),
    [
        ({}, None, "beta"),
        ({"api_version": "20240415"}, None, "20240415"),
        ({}, "20240415", "20240415"),
        ({"api_version": "beta"}, "20240415", "beta"),
    ],
)
@respx.mock
async def test_the_version_is_chosen_where_there_is_a_choice(
    options: dict[str, Any], variable: str | None, version: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Argument before environment; operations that are beta only are asked for as beta, and no header comes twice."""
    if variable:
        monkeypatch.setenv("ABCLIENT_LAUNCHDARKLY_API_VERSION", variable)
    stable = respx.get(f"{HOST}/api/v2/caller-identity").respond(json={"accountId": "a"})
    beta = respx.get(f"{HOST}/api/v2/projects/p/metric-groups").respond(json={"items": []})
    async with abclient.LaunchDarkly("token-1", **options) as client:
        await client.send(get_caller_identity.request())
        await client.send(get_metric_groups.request("p"))
        assert (version_sent(stable), version_sent(beta)) == ([version], ["beta"])
        await client.with_options(headers={"LD-API-Version": "20220603"}).send(get_caller_identity.request())
        assert version_sent(stable) == ["20220603"]


def test_an_unknown_version_is_refused() -> None:
    """Before anything is sent."""
    with pytest.raises(abclient.ConfigurationError, match="api_version must be one of beta, 20240415, not '2024'"):
        abclient.LaunchDarkly("token-1", api_version="2024")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


@respx.mock
async def test_times_of_new_schemas_are_points_in_time() -> None:
    """They are milliseconds in JSON; those of the beta's own schemas stay integers."""
    entry = {"_id": "e", "date": 1_700_000_000_123, "kind": "flag"}
    respx.get(f"{HOST}/api/v2/auditlog/e").respond(json=entry)
    async with abclient.LaunchDarkly("token-1") as client:
        found = await client.send(get_audit_log_entry.request("e"))
    assert found.date is not None
    assert (found.date.isoformat(), found.to_dict()) == ("2023-11-14T22:13:20.123000+00:00", entry)
