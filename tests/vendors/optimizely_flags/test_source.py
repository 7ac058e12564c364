"""Which rules the source finds, and where it looks for them."""

from __future__ import annotations

from typing import Any

import pytest

import abclient
from abclient.errors import InvalidRequestError, NotFoundError
from abclient.testing import Sandbox
from abclient.transports import WireRequest, WireResponse
from abclient.vendors.optimizely_flags import Rule, rows
from support.clients import TOKEN
from support.fake import Script, answer
from support.sandbox import running_sandbox

sandbox = pytest.fixture(scope="module")(running_sandbox)

VARIATIONS = {
    "off": {"id": 11, "variation_id": 21, "name": "Off"},
    "on": {"id": 12, "name": "On", "percentage_included": 1},
}
RULE = {"key": "r", "id": 5, "flag_key": "f", "environment_key": "production", "type": "a/b", "variations": VARIATIONS}
RESULTS = {
    "experiment_id": 42,
    "metrics": [{"name": "m", "event_id": 1, "results": {"11": {"variation_id": "11", "samples": 3, "value": 1}}}],
}


class Vendor:
    """Two projects with flags and one without; the rule is in the second."""

    def __init__(self, rule: dict[str, Any], flags: tuple[int, ...] = (1, 2)) -> None:
        self.rule = rule
        self.projects = [{"id": number, "is_flags_enabled": number in flags} for number in (1, 2, 3)]
        self.asked: list[str] = []

    def __call__(self, request: WireRequest) -> WireResponse:
        path = request.url.partition("optimizely.com")[2].partition("?")[0]
        self.asked.append(path)
        if path == "/v2/projects":
            return answer(200, self.projects)
        if path == "/v2/experiments/42/results":
            return answer(200, RESULTS)
        if path.startswith("/flags/v1/projects/2/"):
            return answer(200, self.rule)
        return answer(404, {"detail": "There is no such rule"})


async def found(vendor: Vendor, **options: Any) -> list[Any]:
    return await abclient.fetch_rows("optimizely_flags", [42], token=TOKEN, transport=Script(vendor), **options)


async def test_a_rule_is_looked_for_in_each_project_with_flags() -> None:
    """One after the other; with a project, in that one alone."""
    vendor = Vendor({**RULE, "layer_experiment_id": 42})
    (row,) = await found(vendor)
    assert (row.project, row.flag_key, row.rule_key) == ("2", "f", "r")
    assert not any("/projects/3/" in path for path in vendor.asked)
    vendor = Vendor({**RULE, "layer_experiment_id": 42})
    assert len(await found(vendor, project="2")) == 1
    assert not any("/projects/1/" in path for path in vendor.asked)


@pytest.mark.parametrize(
    ("vendor", "error"),
    [
        (Vendor({**RULE, "layer_experiment_id": 42}, flags=(1,)), NotFoundError),
        (Vendor({**RULE, "layer_experiment_id": 42}, flags=()), abclient.ConfigurationError),
        (Vendor(RULE), InvalidRequestError),
    ],
    ids=["elsewhere", "no project", "no experiment"],
)
async def test_a_rule_that_is_not_found_is_a_failure(vendor: Vendor, error: type[Exception]) -> None:
    """Named by its id; so is an answer without the id by which results are asked for."""
    with pytest.raises(abclient.PartialFailureError) as caught:
        await found(vendor)
    (failure,) = caught.value.failures.values()
    assert isinstance(failure, error)


@pytest.mark.parametrize(("project", "path"), [(None, "/v2/projects"), ("2", "/flags/v1/projects/2/flags")])
async def test_the_smallest_request(project: str | None, path: str) -> None:
    """It says whether credentials and project are right."""
    vendor = Vendor({"items": []})
    options: dict[str, Any] = {"token": TOKEN, "transport": Script(vendor)}
    async with abclient.open_source("optimizely_flags", project=project, **options) as source:
        await source.probe()
    assert vendor.asked == [path]


def test_shares_that_are_unknown_are_left_out() -> None:
    """A variation without a share is not in the allocation."""
    assert rows.allocation(Rule.from_dict(RULE)) == {"12": 1}


async def test_a_rule_of_another_environment_is_a_failure() -> None:
    """It is named with the environment that it is in; one of the environment is given."""
    vendor = Vendor({**RULE, "layer_experiment_id": 42})
    assert len(await found(vendor, project="2", environment="production")) == 1
    with pytest.raises(abclient.PartialFailureError, match="environment 'production', not 'development'"):
        await found(vendor, project="2", environment="development")


@pytest.mark.parametrize(("environment", "said"), [("production", None), ("nope", "no environment 'nope'")])
async def test_an_unknown_environment_is_an_error(environment: str, said: str | None, sandbox: Sandbox) -> None:
    """Nothing found would look as if all were well."""
    options: dict[str, Any] = {"environment": environment, **sandbox.client_options("optimizely_flags")}
    if said is None:
        assert await abclient.fetch_rows("optimizely_flags", **options)
        return
    with pytest.raises(abclient.ConfigurationError, match=said):
        await abclient.fetch_rows("optimizely_flags", **options)
