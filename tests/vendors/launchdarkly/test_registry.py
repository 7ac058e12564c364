"""Every operation and instruction is reached by a public method that is documented: found in the code, not listed."""

from __future__ import annotations

import ast
import inspect
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import abclient
from abclient.sandbox.launchdarkly import flag_patching, patching, segments
from abclient.sandbox.launchdarkly.operations import OPERATIONS
from abclient.vendors import launchdarkly
from abclient.vendors.launchdarkly import Flag, Segment
from support.arguments import operations

ROOT = Path(__file__).parents[3]
FACADE = sorted(Path(str(launchdarkly.__file__)).parent.glob("*.py"))
EVERY = sorted(name for package in ("launchdarkly", "launchdarkly_events") for name in operations(package))


@cache
def senders() -> Mapping[str, set[tuple[str, str]]]:
    """Which methods of which classes of the client send an operation, by the operation."""
    found: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for path in FACADE:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        imported = {
            alias.asname or alias.name: alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }
        for scope, method in _methods(tree):
            for node in ast.walk(method):
                if isinstance(node, ast.Attribute) and node.attr == "request":
                    name = ast.unparse(node.value).rpartition(".")[2]
                    # ``get`` and ``refresh`` of a collection ask for this one.
                    public = "get" if method.name == "_get_request" else method.name
                    found[imported.get(name, name)].add((scope.name, public))
    return found


def _methods(tree: ast.Module) -> Iterator[tuple[ast.ClassDef, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for scope in tree.body:
        if isinstance(scope, ast.ClassDef):
            for method in scope.body:
                if isinstance(method, ast.FunctionDef | ast.AsyncFunctionDef):
                    yield scope, method


@cache
def documented() -> Mapping[str, set[str]]:
    """The methods in the page's table, by the class of the object that has them."""
    text = (ROOT / "docs" / "launchdarkly.md").read_text(encoding="utf-8")
    table = text.partition("\n## Methods\n")[2].partition("\n## ")[0]
    found: dict[str, set[str]] = {}
    for first, methods in re.findall(r"^\| (`ld.*?) \| (.*) \|$", table, re.MULTILINE):
        for maker in re.findall(r"`ld(?:\.(\w+)\([^)]*\))?`", first):
            made = getattr(abclient.LaunchDarkly, maker).__annotations__["return"] if maker else "LaunchDarkly"
            found[made] = set(re.findall(r"`(\w+)`", methods))
    return found


@pytest.mark.parametrize("operation", EVERY)
def test_an_operation_has_a_method_that_is_documented(operation: str) -> None:
    """A public one, in the row of the object that has it."""
    public = {one for one in senders()[operation] if not any(name.startswith("_") for name in one)}
    assert any(method in documented().get(scope, ()) for scope, method in public), f"{operation}: {public}"


def test_the_sandbox_plays_as_many() -> None:
    """Those of the two specifications; that they are the same ones, and at the same paths, another test says."""
    assert len(OPERATIONS) == len(EVERY)


@pytest.mark.parametrize(
    ("kinds", "others"),
    [
        (flag_patching.KINDS, {"deleteFlag"}),  # ``flag.delete()`` sends ``deleteFeatureFlag``, which does the same
        (segments.KINDS, set[str]()),
        (patching.KINDS, set[str]()),
    ],
    ids=["flags", "segments", "experiments"],
)
def test_an_instruction_has_a_verb(kinds: frozenset[str], others: set[str]) -> None:
    """Every kind that the sandbox knows is what a method of the client sends."""
    said = {
        node.value
        for path in FACADE
        for _, method in _methods(ast.parse(path.read_text(encoding="utf-8")))
        for node in ast.walk(method)
        if isinstance(node, ast.Constant)
    }
    assert kinds - said == others


def verbs_of_several(kind: type[Flag | Segment]) -> Iterator[tuple[type[Flag | Segment], str, str]]:
    """The verbs that take several values, with the name of that parameter."""
    for name, verb in inspect.getmembers(kind, inspect.iscoroutinefunction):
        for parameter in inspect.signature(verb).parameters.values():
            if not name.startswith("_") and name != "patch" and str(parameter.annotation).startswith("Sequence["):
                yield kind, name, parameter.name


@pytest.mark.parametrize(
    ("kind", "verb", "parameter"), [one for kind in (Flag, Segment) for one in verbs_of_several(kind)]
)
@pytest.mark.parametrize("one", ["text", {"attribute": "a"}, 5])
async def test_one_value_is_not_taken_for_several(
    kind: type[Flag | Segment], verb: str, parameter: str, one: Any
) -> None:
    """A text is no list of its letters, which would become tags or contexts, nor a mapping one of its names."""
    item = object.__new__(kind)
    named = inspect.signature(getattr(kind, verb)).parameters.values()
    arguments = {
        each.name: one if each.name == parameter else "x"
        for each in named
        if each.default is each.empty and each.name != "self"
    }
    with pytest.raises(TypeError, match=rf"{parameter} must be several values, not one \w+; put it into a list"):
        await getattr(item, verb)(**arguments)
