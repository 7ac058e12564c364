"""Two objects of one ruleset that save one after the other: neither replaces what the other one changed."""

from __future__ import annotations

import asyncio
from functools import cache
from itertools import count
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import abclient
from abclient.sandbox.app import create_app
from abclient.vendors.optimizely_flags import Flag, Ruleset
from support.cases import cases
from support.flags_sandbox import Here, in_process
from support.sandbox import TODAY

KEYS = ("a", "b")
ORDERS = (["a", "b", "c"], ["c", "b", "a"], ["b", "a", "c"])
AUDIENCES: tuple[list[Any], ...] = ([], ["or", {"audience_id": 1}], ["not", {"audience_id": 2}])
METRIC = {"aggregator": "unique", "winning_direction": "increasing", "scope": "visitor"}
METRICS = ([METRIC], [{**METRIC, "winning_direction": "decreasing"}], [METRIC, {**METRIC, "aggregator": "count"}])
ATTRIBUTES = (None, [1], [2, 3])
APP = cache(lambda: create_app(experiments=0, seed=1, today=TODAY))
NUMBERS = count(1)

Parts = dict[tuple[str, ...], Any]
"""What the two change, by part: the order, and of each rule its shares, lists and name."""

EDITS = st.dictionaries(
    st.one_of(
        st.just(("order",)),
        st.tuples(st.sampled_from(("share", "audience", "metrics", "attributes", "name")), st.sampled_from(KEYS)),
    ),
    st.integers(0, 2),
    min_size=1,
    max_size=5,
)


def values(kind: str) -> Any:
    """The three values that a part of this kind can have, of which the first is the one that it has."""
    return {
        "order": ORDERS,
        "share": (5_000, 4_000, 10_000),
        "audience": AUDIENCES,
        "metrics": METRICS,
        "attributes": ATTRIBUTES,
        "name": ("Name", "First", "Second"),
    }[kind]


async def prepared(here: Here) -> Flag:
    """A flag with three tests in production."""
    flag = await here.project.flags.create(key=f"overlap_{next(NUMBERS)}")
    ruleset = await flag.ruleset("production")
    for key in ORDERS[0]:
        shares = {"off": 5_000, "on": 5_000}
        await ruleset.add_rule(key=key, name="Name", type="a/b", variations=shares, metrics=METRICS[0])
    return flag


def edit(ruleset: Ruleset, edits: dict[tuple[str, ...], int]) -> None:
    """Make the changes, without saving them."""
    rules: Any = ruleset.rules
    for (kind, *key), chosen in edits.items():
        value = values(kind)[chosen]
        if kind == "order":
            ruleset.rule_priorities = [*value]
        elif kind == "share":
            rules[key[0]].variations["off"].percentage_included = value
            rules[key[0]].variations["on"].percentage_included = 10_000 - value
        else:
            setattr(
                rules[key[0]], {"audience": "audience_conditions", "attributes": "attribute_ids"}.get(kind, kind), value
            )


def parts(ruleset: Ruleset) -> Parts:
    """Each part as it is."""
    document = ruleset.to_dict()
    found: Parts = {("order",): document["rule_priorities"]}
    for key in KEYS:
        rule = document["rules"][key]
        found |= {
            ("share", key): rule["variations"]["off"]["percentage_included"],
            ("audience", key): rule["audience_conditions"],
            ("metrics", key): [{name: one[name] for name in METRIC} for one in rule["metrics"]],
            ("attributes", key): rule.get("attribute_ids"),
            ("name", key): rule["name"],
        }
    return found


def changed(before: Parts, after: Parts) -> set[tuple[str, ...]]:
    return {part for part in before if before[part] != after[part]}


async def overlap(here: Here, mine: dict[tuple[str, ...], int], theirs: dict[tuple[str, ...], int]) -> None:
    flag = await prepared(here)
    first, second = [await flag.ruleset("production") for _ in range(2)]
    before = parts(first)
    edit(first, theirs)
    edit(second, mine)
    wanted = parts(second)
    await first.save()
    saved = parts(await flag.ruleset("production"))
    own, others = changed(before, wanted), changed(before, saved)
    contested = {part for part in own & others if part[0] != "name"}
    # Where there was no list, only the revision of the rule shows whether there is one now.
    contested |= {part for part in own if part[0] == "attributes" and part[1:] in {other[1:] for other in others}}
    try:
        await second.save()
    except abclient.ConflictError:
        assert contested
        assert parts(await flag.ruleset("production")) == saved
        assert parts(second) == wanted  # nothing of it is lost either
        await second.refresh()
        edit(second, {part: chosen for part, chosen in mine.items() if part in own})
        await second.save()
    else:
        assert not contested
    assert parts(await flag.ruleset("production")) == {**saved, **{part: wanted[part] for part in own}}
    assert second.changes() == {}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@cases(60)
@given(EDITS, EDITS)
def test_a_stale_save_replaces_nothing(mine: dict[tuple[str, ...], int], theirs: dict[tuple[str, ...], int]) -> None:
    """Orders, shares and lists that both changed are a conflict, all else is kept; after a refresh, it is saved."""

    async def run() -> None:
        async with in_process(APP()) as here:
            await overlap(here, mine, theirs)

    asyncio.run(run())
