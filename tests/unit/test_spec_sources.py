"""Specs say where they come from, and what they say about addresses and credentials stands nowhere else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from abclient.codegen.spec._document import operations
from abclient.codegen.spec._file import read
from support.clients import PACKAGES

ROOT = Path(__file__).resolve().parents[2]
VENDORS = ROOT / "src" / "abclient" / "vendors"
_SPECIAL = {
    "_convert_signing.py": {"Authorization"},  # three headers, of which OpenAPI can describe one
    "launchdarkly/client.py": {"https://app.", "https://events."},  # one address follows from the other
}
"""What cannot be read from the specs."""


@pytest.mark.parametrize("name", PACKAGES)
def test_every_operation_has_its_document(name: str) -> None:
    """With edition and date; no document is named in vain."""
    spec = read(ROOT / "specs" / f"{name}.yaml")
    sources: dict[str, Any] = spec["info"]["x-sources"]
    used = {operation["x-source"] for _, _, operation in operations(spec)}
    assert used - {"inferred"} == sources.keys()
    assert all({"document", "edition", "date"} == source.keys() for source in sources.values())


def texts(path: Path) -> Iterator[str]:
    """The texts of a file's code, documentation left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.value


def test_addresses_and_headers_stand_in_the_specs_only() -> None:
    """Clients read them from the generated packages, so that a change of a spec is a change of the client."""
    found = {
        (path.relative_to(VENDORS).as_posix(), text)
        for path in VENDORS.rglob("*.py")
        for text in texts(path)
        if text.lower() in {"authorization", "token: "} or "bearer " in text.lower() or text.startswith("https://")
    }
    assert found == {(name, text) for name, allowed in _SPECIAL.items() for text in allowed}


@pytest.mark.parametrize("name", PACKAGES)
def test_packages_have_the_headers_of_their_credentials(name: str) -> None:
    """One for each scheme that a spec asks for."""
    spec = read(ROOT / "specs" / f"{name}.yaml")
    package: Any = import_module(f"abclient_api.{name}")
    assert package.CREDENTIALS.keys() == spec["components"]["securitySchemes"].keys()
    for scheme, (header, before) in package.CREDENTIALS.items():
        node = spec["components"]["securitySchemes"][scheme]
        expected = (node["name"].lower(), "") if node["type"] == "apiKey" else ("authorization", "Bearer ")
        assert (header, before) == expected
