"""What a vendor has, as streams of experiments and rows."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from typing import Any, cast

import pytest

from abclient._aio import flat_map
from abclient.bulk import Outcomes, fetch_many
from abclient.errors import ConfigurationError
from abclient.results import ExperimentInfo, ResultRow
from abclient.source import Group, ListedExperiment, Scope, Source
from abclient.vendor import get
from abclient.vendors._int_ids import parse_int_ids


class Bare(Source):
    """A vendor with one experiment, of which nothing is to be fetched."""

    async def groups(self, ids: Sequence[str]) -> AsyncIterator[Group]:
        found = ListedExperiment(ExperimentInfo(vendor="launchdarkly", experiment_id="e"), None, {})

        def fetch(keys: AsyncIterator[Any]) -> Outcomes[Any, Any]:
            return fetch_many(self.allocation, keys)

        yield Group(flat_map([found], lambda one: [one]), fetch)

    def rows(self, key: Any, response: Any, listed: ListedExperiment) -> list[ResultRow]:
        return []

    async def probe(self) -> object:
        return None


async def test_an_experiment_without_keys_is_seen() -> None:
    """Whoever wants to know what there is, such as an export that lets go of old rows, is shown it all the same."""
    seen: list[str] = []
    source = Bare(cast("Any", None), get("optimizely"), Scope())
    results = source.results(on_experiment=lambda listed: seen.append(listed.info.experiment_id))
    assert [result async for result in results] == []
    assert seen == ["e"]


async def test_a_key_that_no_file_can_hold_is_a_failure() -> None:
    """Its results are not fetched, and all others are; without a word of the vendor no traffic is intended."""
    source = Bare(cast("Any", None), get("optimizely"), Scope())
    info = ExperimentInfo(vendor="optimizely", experiment_id="e")
    half = "half \ud83d"
    listed = ListedExperiment(info, None, {1: "whole", 2: half})
    (found,) = [one async for one in source._readable(flat_map([Item()], lambda one: [one]), lambda one: listed)]  # pyright: ignore[reportPrivateUsage]  # what subclasses use
    assert found.keys == {1: "whole"}
    assert list(source.failures) == ["item 7, 2"]
    assert await source.allocation(listed) == {}


async def test_counts_of_ones_own_are_for_vendors_without_results() -> None:
    """Any other says that it has results, and where such counts can go."""
    source = Bare(cast("Any", None), get("launchdarkly"), Scope())
    listed = ListedExperiment(ExperimentInfo(vendor="launchdarkly", experiment_id="e"), None, {})
    with pytest.raises(ConfigurationError, match=r"LaunchDarkly has results of its own; see .*rows_from_counts"):
        source.from_counts(listed, [{"units": 1}])


class Item:
    """Something that a vendor listed."""

    id = 7


def test_an_id_with_zeros_in_front_is_not_the_number() -> None:
    """It goes out as it was typed; a number as a number, so that it is found by what the vendor lists."""
    found = parse_int_ids(["11", "0011", "0", "9" * 19, "9" * 5000])
    assert [(one, type(one).__name__) for one in found] == [
        (11, "int"),
        ("0011", "WrittenId"),
        ("0", "WrittenId"),
        (int("9" * 19), "int"),
        ("9" * 5000, "WrittenId"),
    ]
