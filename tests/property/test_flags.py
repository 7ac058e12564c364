"""Any sequence of verbs on a ruleset leaves the object equal to what the sandbox has."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import cache
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import abclient
from abclient.sandbox.app import create_app
from abclient.vendors.optimizely_flags import Ruleset
from support.cases import cases
from support.flags_sandbox import Here, in_process
from support.sandbox import TODAY

KEYS = ("a", "b", "c", "missing")
METRIC = {"aggregator": "unique", "winning_direction": "increasing", "scope": "visitor"}


def new(key: str, share: int) -> dict[str, Any]:
    """An A/B rule whose two variations share its traffic."""
    variations = {"off": share, "on": 10_000 - share}
    return {"key": key, "name": key.upper(), "type": "a/b", "variations": variations, "metrics": [METRIC]}


def renamed(ruleset: Ruleset, key: str, name: str) -> Awaitable[Any]:
    """Change an attribute deep inside, and save."""
    rule = (ruleset.rules or {}).get(key)
    if rule is not None:
        rule.name = name
    return ruleset.save()


Verb = Callable[[Ruleset], Awaitable[Any]]
key = st.sampled_from(KEYS)
share = st.integers(0, 10_000)
VERBS: st.SearchStrategy[Verb] = st.one_of(
    st.just(lambda r: r.enable()),
    st.just(lambda r: r.disable()),
    st.builds(lambda k, s: lambda r: r.add_rule(**new(k, s)), st.sampled_from(KEYS[:3]), share),
    st.builds(lambda k, s: lambda r: r.add_rule(at=0, **new(k, s)), st.sampled_from(KEYS[:3]), share),
    st.builds(lambda k, s: lambda r: r.update_rule(k, percentage_included=s), key, share),
    st.builds(lambda k, s: lambda r: r.update_rule(k, variations={"off": s, "on": 10_000 - s}), key, share),
    st.builds(lambda k: lambda r: r.enable_rule(k), key),
    st.builds(lambda k: lambda r: r.disable_rule(k), key),
    st.builds(lambda k: lambda r: r.conclude_rule(k, deployed_variation_key="on", outcome="positive"), key),
    st.builds(lambda k: lambda r: r.archive_rule(k), key),
    st.builds(lambda k: lambda r: r.remove_rule(k), key),
    st.just(lambda r: r.reorder([*reversed(r.rule_priorities or ())])),
    st.builds(lambda k: lambda r: r.set_default_variation(k), st.sampled_from(("on", "off", "missing"))),
    st.builds(lambda k, n: lambda r: renamed(r, k, n), key, st.text(min_size=1, max_size=3)),
    st.builds(
        lambda p: lambda r: r.patch([{"op": "remove", "path": p}]), st.sampled_from(("/rules", "/nowhere", "/urn"))
    ),
    st.builds(lambda v: lambda r: r.patch([{"op": "test", "path": "/revision", "value": v}]), st.integers(1, 9)),
)


NUMBERS = count(1)
APP = cache(lambda: create_app(experiments=0, seed=1, today=TODAY))
"""One sandbox for all cases, each with a flag of its own."""


async def applied(here: Here, verbs: list[Verb]) -> None:
    flag = await here.project.flags.create(key=f"property_{next(NUMBERS)}")
    ruleset = await flag.ruleset("production")
    for verb in verbs:
        before = ruleset.to_dict()
        try:
            await verb(ruleset)
        except (abclient.APIError, abclient.InvalidRequestError):
            await ruleset.refresh()  # what was changed and not saved is given up
            assert ruleset.to_dict() == before
        fresh = await flag.ruleset("production")
        assert ruleset.to_dict() == fresh.to_dict()
        assert ruleset == fresh
        assert ruleset.changes() == {}
        assert sorted(ruleset.rule_priorities or ()) == sorted(ruleset.rules or ())


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@cases(25)
@given(st.lists(VERBS, min_size=1, max_size=12))
def test_verbs_leave_sandbox_and_object_equal(verbs: list[Verb]) -> None:
    """After each verb, refused or not: whole patches apply, or nothing of them does."""

    async def run() -> None:
        async with in_process(APP()) as here:
            await applied(here, verbs)

    asyncio.run(run())
