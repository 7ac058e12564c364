"""Two edits of one value brought together: which side counts, part by part."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from abclient._merge import identity, merged
from abclient_api.convert_v1 import models as convert_models
from abclient_api.optimizely import models

PLAIN: list[tuple[Any, Any, Any, Any]] = [
    ("a", "a", "b", "b"),
    ("a", "b", "a", "b"),
    ("a", "b", "c", "b"),
    (None, None, "b", "b"),
    (None, "b", None, "b"),
    ("a", None, "a", None),
    (1, True, 1, True),
    ([1], [1], [2], [2]),
    ([1], [1, 2], [3], [1, 2]),
    ([1], [1, 2], [1], [1, 2]),
    ({"a": 1, "b": 1}, {"a": 2, "b": 1}, {"a": 1, "b": 3}, {"a": 2, "b": 3}),
    ({"a": 1}, {"a": 1, "new": 1}, {"a": 1, "theirs": 1}, {"a": 1, "new": 1, "theirs": 1}),
    ({"a": 1, "b": 1}, {"a": 1}, {"a": 1, "b": 1}, {"a": 1}),
    ({"a": 1, "b": 1}, {"a": 1, "b": 1}, {"a": 1}, {"a": 1}),
    ({"a": 1, "b": 1}, {"a": 1, "b": 2}, {"a": 1}, {"a": 1, "b": 2}),
    ({"new": 1}, {"new": 1}, [], []),
    ([], [], [{"a": 1}], [{"a": 1}]),
]


@pytest.mark.parametrize(("base", "mine", "theirs", "expected"), PLAIN)
def test_the_side_that_changed_a_value_counts(base: Any, mine: Any, theirs: Any, expected: Any) -> None:
    """An untouched value becomes the answer's, a touched one stays; objects are looked at key by key."""
    found = merged(base, mine, theirs)
    assert (found, type(found)) == (expected, type(expected))


def variations(*given: dict[str, Any]) -> list[models.Variation]:
    return [models.Variation.from_dict(one) for one in given]


def one(variation_id: int | None, name: str, weight: int = 1) -> dict[str, Any]:
    known = {} if variation_id is None else {"variation_id": variation_id}
    return {**known, "name": name, "weight": weight}


A, B = one(1, "a"), one(2, "b")
LISTS: list[tuple[str, list[Any], list[Any], list[Any], list[Any]]] = [
    ("untouched", [A, B], [A, B], [A, one(2, "B")], [A, one(2, "B")]),
    ("edits of two parts", [A, B], [one(1, "A"), B], [A, one(2, "b", 9)], [one(1, "A"), one(2, "b", 9)]),
    ("edits of one part", [A, B], [one(1, "A"), B], [one(1, "a", 9), B], [one(1, "A", 9), B]),
    ("added there", [A], [one(1, "A")], [A, B], [one(1, "A"), B]),
    ("removed there", [A, B], [one(1, "A"), B], [A], [one(1, "A")]),
    ("removed there, edited here", [A, B], [A, one(2, "B")], [A], [A, one(2, "B")]),
    ("removed here", [A, B], [B], [A, B], [B]),
    ("moved there", [A, B], [A, one(2, "B")], [B, A], [one(2, "B"), A]),
    ("moved here", [A, B], [B, A], [A, one(2, "b", 9)], [one(2, "b", 9), A]),
    ("sent without id", [A, one(None, "new")], [A, one(None, "new")], [A, one(3, "new")], [A, one(3, "new")]),
    (
        "edited since",
        [A, one(None, "new")],
        [one(1, "A"), one(None, "new")],
        [A, one(3, "n")],
        [one(1, "A"), one(3, "n")],
    ),
    ("added here since", [A], [A, one(None, "new")], [one(1, "a", 9)], [one(1, "a", 9), one(None, "new")]),
    ("added twice", [one(None, "x")], [one(None, "x"), one(None, "y")], [one(3, "x")], [one(3, "x"), one(None, "y")]),
    ("added on both sides", [A], [A, one(None, "new")], [A, B], [A, one(None, "new")]),
    ("no ids", [one(None, "a")], [one(None, "b")], [one(None, "c")], [one(None, "b")]),
    ("no ids, untouched", [one(None, "a")], [one(None, "a")], [one(None, "c")], [one(None, "c")]),
    ("twice the same id", [A, A], [A, A, B], [A], [A, A, B]),
]


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "expected"), [case[1:] for case in LISTS], ids=[c[0] for c in LISTS]
)
def test_parts_with_ids_are_merged_one_by_one(base: Any, mine: Any, theirs: Any, expected: Any) -> None:
    """An edit of one variation keeps the answer's news of the others; what neither side touched is the answer's."""
    found = merged(variations(*base), variations(*mine), variations(*theirs))
    assert [part.to_dict() for part in found] == expected


def test_parts_stay_the_objects_that_they_are() -> None:
    """Whoever holds a variation and edits it again after a save edits what the experiment has."""
    mine = variations(A, B)
    found = merged(deepcopy(mine), mine, variations(one(1, "theirs"), B))
    assert found[0] is mine[0]
    assert mine[0].name == "theirs"


def test_a_part_without_id_is_merged_only_where_it_was_touched() -> None:
    """One that was not touched is replaced: elsewhere the same object may stand for another thing."""
    base, theirs = models.Variation.from_dict(one(None, "a")), models.Variation.from_dict(one(None, "a", 9))
    touched, untouched = models.Variation.from_dict(one(None, "b")), deepcopy(base)
    assert merged(base, untouched, theirs) is theirs
    assert untouched.weight == 1
    assert merged(base, touched, theirs) is touched
    assert touched.to_dict() == one(None, "b", 9)


def test_parts_with_different_ids_are_not_mixed() -> None:
    """Another thing in the same place is taken or left as a whole."""
    base, theirs = models.Variation.from_dict(A), models.Variation.from_dict(B)
    assert merged(base, touched := models.Variation.from_dict(one(1, "A")), theirs) is touched
    assert merged(base, deepcopy(base), theirs) is theirs


def test_what_was_made_by_hand_is_not_mixed_with_an_answer() -> None:
    """A mapping in place of a model, and a model that was never read, stay as they are once they were touched."""
    read = variations(A)
    assert merged(read, [{"name": "x"}], variations(one(1, "theirs"))) == [{"name": "x"}]
    made = models.Variation(variation_id=1, name="x")
    assert merged(read[0], made, models.Variation(variation_id=1, name="y")) is made


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (models.Variation(variation_id=5, key="k"), 5),
        (models.Variation(key="k"), "k"),
        (models.Variation(name="n"), None),
        (convert_models.ExperienceVariation(variation=convert_models.Variation(id="7")), "7"),
        (convert_models.ExperienceVariation(), None),
        ({"id": 1}, None),
        (7, None),
    ],
)
def test_a_part_is_told_apart_by_its_id_or_key(part: Any, expected: Any) -> None:
    """Only parts that are models have an identity; in free JSON a key of that name may mean anything."""
    assert identity(part) == expected
