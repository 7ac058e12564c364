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


Verb = Callable[[Ruleset], Awaitable[Any]]


def verb(name: str, /, *given: Any, **fields: Any) -> Verb:
    """A call of this method."""

    def act(ruleset: Ruleset) -> Awaitable[Any]:
        method: Callable[..., Awaitable[Any]] = getattr(ruleset, name)
        return method(*given, **fields)

    return act


def adding(key: str, share: int, at: int | None) -> Verb:
    return verb("add_rule", at=at, **new(key, share))


def reweighting(key: str, share: int) -> Verb:
    return verb("update_rule", key, variations={"off": share, "on": 10_000 - share})


def patching(*step: Any) -> Verb:
    return verb("patch", [dict(zip(("op", "path", "value"), step, strict=False))])


def backwards(ruleset: Ruleset) -> Awaitable[Any]:
    """The rules in the opposite order."""
    return ruleset.reorder([*reversed(ruleset.rule_priorities or ())])


def renaming(key: str, name: str) -> Verb:
    """Change an attribute deep inside, and save."""

    def act(ruleset: Ruleset) -> Awaitable[Any]:
        rule = (ruleset.rules or {}).get(key)
        if rule is not None:
            rule.name = name
        return ruleset.save()

    return act


KEY = st.sampled_from(KEYS)
SHARE = st.integers(0, 10_000)
OF_A_RULE = st.sampled_from(("enable_rule", "disable_rule", "archive_rule", "remove_rule"))
PATCHES: list[Verb] = [patching("remove", path) for path in ("/rules", "/nowhere", "/urn")]
CHOSEN: list[Verb] = [verb("set_default_variation", name) for name in ("on", "off", "missing")]
VERBS: st.SearchStrategy[Verb] = st.one_of(
    st.sampled_from([verb("enable"), verb("disable"), backwards]),
    st.builds(adding, st.sampled_from(KEYS[:3]), SHARE, st.sampled_from((None, 0))),
    st.builds(verb, st.just("update_rule"), KEY, percentage_included=SHARE),
    st.builds(reweighting, KEY, SHARE),
    st.builds(verb, OF_A_RULE, KEY),
    st.builds(verb, OF_A_RULE, KEY),
    st.builds(verb, st.just("conclude_rule"), KEY, deployed_variation_key=st.just("on"), outcome=st.just("positive")),
    st.sampled_from(CHOSEN),
    st.builds(renaming, KEY, st.text(min_size=1, max_size=3)),
    st.sampled_from(PATCHES),
    st.builds(patching, st.just("test"), st.just("/revision"), st.integers(1, 9)),
)


NUMBERS = count(1)
APP = cache(lambda: create_app(experiments=0, seed=1, today=TODAY))
"""One sandbox for all cases, each with a flag of its own."""


async def applied(here: Here, verbs: list[Verb]) -> None:
    flag = await here.project.flags.create(key=f"property_{next(NUMBERS)}")
    ruleset = await flag.ruleset("production")
    for act in verbs:
        before = ruleset.to_dict()
        try:
            await act(ruleset)
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
