"""JSON patches (RFC 6902) as the sandbox applies them."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from abclient.sandbox.json_patch import patched
from abclient.sandbox.vendor import RefusedError

DOCUMENT: dict[str, Any] = {"a": {"b/c": 1, "~": [1, 2]}, "list": ["x", "y"], "none": None}


def step(op: str, path: str, *value: Any, **more: Any) -> dict[str, Any]:
    return {"op": op, "path": path, **({"value": value[0]} if value else {}), **more}


@pytest.mark.parametrize(
    ("steps", "path", "found"),
    [
        ([step("add", "/new", 1)], ("new",), 1),
        ([step("add", "/a/b~1c", 2)], ("a", "b/c"), 2),
        ([step("add", "/list/0", "w")], ("list",), ["w", "x", "y"]),
        ([step("add", "/list/-", "z")], ("list",), ["x", "y", "z"]),
        ([step("add", "/list/2", "z")], ("list",), ["x", "y", "z"]),
        ([step("replace", "/none", 5)], ("none",), 5),
        ([step("replace", "/list/1", "z")], ("list",), ["x", "z"]),
        ([step("remove", "/list/0")], ("list",), ["y"]),
        ([step("remove", "/a/~0")], ("a",), {"b/c": 1}),
        ([step("move", "/moved", **{"from": "/a/b~1c"})], ("moved",), 1),
        ([step("copy", "/copied", **{"from": "/list"}), step("add", "/list/-", "z")], ("copied",), ["x", "y"]),
        ([step("test", "/none", None)], ("none",), None),
        ([step("test", "/a/b~1c", 1.0)], ("a", "b/c"), 1),
    ],
)
def test_what_a_patch_makes(steps: list[Any], path: tuple[str, ...], found: Any) -> None:
    """Each operation, and the document before stays as it was."""
    before = deepcopy(DOCUMENT)
    made = patched(DOCUMENT, steps)
    for part in path:
        made = made[part]
    assert made == found
    assert before == DOCUMENT


@pytest.mark.parametrize(
    ("steps", "status", "said"),
    [
        ({}, 400, "must be a list"),
        ([5], 400, "operation 0: op must be one of"),
        ([step("set", "/a", 1)], 400, "op must be one of"),
        ([{"op": "add", "value": 1}], 400, "path must be a JSON pointer"),
        ([step("add", "a", 1)], 400, "path must be a JSON pointer"),
        ([step("add", "/a")], 400, "add needs a value"),
        ([step("replace", "/x", 1)], 400, "there is no 'x'"),
        ([step("add", "/x/y", 1)], 400, "there is no 'x'"),
        ([step("add", "/list/3", 1)], 400, "no place '3'"),
        ([step("add", "/list/01", 1)], 400, "no place '01'"),
        ([step("remove", "/list/-")], 400, "no place '-'"),
        ([step("remove", "")], 400, "whole document"),
        ([step("add", "/a/b~1c/d", 1)], 400, "there is no 'd'"),
        ([step("move", "/a/x", **{"from": "/a"})], 400, "moved into itself"),
        ([step("copy", "/x")], 400, "from must be a JSON pointer"),
        ([step("test", "/a/b~1c", True)], 409, "another one"),
        ([step("add", "/ok", 1), step("test", "/ok", 2)], 409, "operation 1: the value at /ok is another one"),
    ],
)
def test_what_is_refused(steps: Any, status: int, said: str) -> None:
    """400 for what is not a patch or leads nowhere, 409 for a test that fails; the step is named."""
    with pytest.raises(RefusedError, match=said) as caught:
        patched(DOCUMENT, steps)
    assert caught.value.status == status
