"""Descriptions stand where editors show them: behind each field of generated models and of options."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GENERATED = ROOT / "generated" / "abclient_api"
VENDORS = sorted(path.name for path in GENERATED.iterdir() if (path / "models").is_dir())
DESCRIBED = {
    "bulk.py": {"BulkOptions"},
    "client.py": {"CallChanges", "ClientOptions", "RawResponse"},
    "events.py": {"Attempt"},
    "options.py": {"CallOptions", "RetryPolicy", "Timeouts"},
    "paging.py": {"PageOptions"},
    "vendors/optimizely/_base.py": {"PageOptions"},
    "vendors/optimizely/_results.py": {"ExperimentSlice", "Slice"},
}


def undescribed(path: Path) -> Iterator[tuple[str, str]]:
    """Class and name of each field that has no text behind it; class variables and private ones need none."""
    for kind in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(kind, ast.ClassDef):
            continue
        for field, following in zip(kind.body, [*kind.body[1:], ast.Pass()], strict=True):
            if isinstance(field, ast.AnnAssign) and "ClassVar" not in ast.unparse(field.annotation):
                told = isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant)
                name = ast.unparse(field.target)
                if not told and not name.startswith("_"):
                    yield kind.name, name


@pytest.mark.parametrize("vendor", VENDORS)
def test_every_field_of_every_model_is_described(vendor: str) -> None:
    """Of what is read, of bodies, and of the keywords for these."""
    files = sorted((GENERATED / vendor / "models").glob("[a-z]*.py"))
    assert files
    assert [(path.name, *one) for path in files for one in undescribed(path)] == []


@pytest.mark.parametrize("module", DESCRIBED)
def test_every_option_and_record_is_described(module: str) -> None:
    """Options of clients, calls, lists and bulk fetches; records of attempts, and raw responses."""
    path = ROOT / "src" / "abclient" / module
    classes = {node.name for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.ClassDef)}
    assert classes >= DESCRIBED[module]
    assert [one for one in undescribed(path) if one[0] in DESCRIBED[module]] == []
