"""The page for those who come from the vendor's client: every call in its right column exists, with its arguments."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path
from types import EllipsisType
from typing import Any, get_type_hints

import pytest

import abclient
from abclient.vendors import launchdarkly
from abclient.vendors.launchdarkly import models

PAGE = Path(__file__).parents[3] / "docs" / "migrating-from-launchdarkly-client.md"
KNOWN: dict[str, Any] = {
    "abclient": abclient,
    "models": models,
    "ld": abclient.LaunchDarkly("token"),
    **{name.lower(): getattr(launchdarkly, name) for name in ("Experiment", "Flag", "Metric", "Layer")},
}
"""What the page's lines have before them; a resource stands for one that was loaded."""


def lines() -> list[str]:
    """The right column's code, with ``...`` for what the reader has to fill in."""
    rows = re.findall(r"^\| .+? \| (.+) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    found = [code for row in rows for code in re.findall(r"`([^`]+)`", row) if "(" in code]
    whole = [re.sub(r"^…\.", 'ld.experimentation_settings("p").', code) for code in found]
    return [code.replace(", …)", ")").replace("=…", "=...").replace("…", "...") for code in whole]


def resolved(node: ast.expr) -> Any:
    """What an expression is; of a call, what a method of the client returns, or the function itself."""
    if isinstance(node, ast.Name):
        return KNOWN[node.id]
    if isinstance(node, ast.Attribute):
        return getattr(resolved(node.value), node.attr)
    assert isinstance(node, ast.Call), ast.unparse(node)
    return resolved(node.func)(*(ast.literal_eval(one) for one in node.args))


@pytest.mark.parametrize("line", lines())
def test_every_call_of_the_page_exists(line: str) -> None:
    """With its positional arguments and its keywords, also those of a body's fields."""
    for node in ast.walk(ast.parse(line)):
        if not isinstance(node, ast.Call) or ast.unparse(node.func) == "datetime":
            continue
        function = resolved(node.func)
        given = [one for one in node.args if not isinstance(getattr(one, "value", None), EllipsisType)]
        if len(given) < len(node.args):
            continue  # the reader has to fill in the arguments
        signature = inspect.signature(function)
        of_class = inspect.isfunction(function)  # as the resource stands for one that was loaded
        keywords = {str(one.arg): one.value for one in node.keywords}
        signature.bind(*([None] if of_class else []), *given, **keywords)
        fields = [one for one in signature.parameters.values() if one.kind is one.VAR_KEYWORD]
        if fields and fields[0].name == "fields":
            declared = get_type_hints(function)["fields"]
            assert keywords.keys() - signature.parameters.keys() <= declared.__args__[0].__annotations__.keys()


def test_the_page_has_lines() -> None:
    """So that an empty table is noticed."""
    assert len(lines()) > 30
