"""The pages of docs/api/ that list names: mkdocstrings puts the docstrings there when the site is built.

Each is made whole from what a package exports, so that no name and no vendor is forgotten.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from types import ModuleType

import abclient
from abclient.vendor import BUILT_IN, Vendor, get

API = Path(__file__).resolve().parents[1] / "docs" / "api"

_MADE = "<!-- This page is made by make pages. -->\n"

_ELSEWHERE = ("errors", "vendors")
"""Modules whose names have pages of their own."""


def pages() -> dict[Path, str]:
    """The content of every page, by its path."""
    made = {API / f"{vendor.name}.md": _of_vendor(vendor) for vendor in map(get, BUILT_IN)}
    return {API / "abclient.md": _of_package(), **made}


def navigation(where: str) -> str:
    """The vendors' pages in a directory of docs/, as entries of mkdocs.yml."""
    return "".join(f"      - {get(name).title}: {where}{name}.md\n" for name in BUILT_IN)


def _of_package() -> str:
    """What `import abclient` gives, but for what other pages have."""
    homes: Mapping[str, Iterable[str]] = vars(abclient)["_HOMES"]
    names = [name for home, names in homes.items() if home not in _ELSEWHERE for name in names]
    head = [
        "# abclient",
        _MADE,
        "What `import abclient` gives, besides the [vendors' clients](index.md) and the [errors](errors.md).",
    ]
    return _joined([*head, *(_entry(f"abclient.{name}") for name in sorted(names, key=str.lower))])


def _of_vendor(vendor: Vendor) -> str:
    """The client, then collections and resources module by module, then what makes rows."""
    package = import_module(vendor.client.partition(":")[0].rpartition(".")[0])
    client = vendor.client.partition(":")[2]
    head = [
        f"# {vendor.title} ({vendor.api})",
        _MADE,
        f"The package `{package.__name__}`. [Its page](../{vendor.name}.md) shows how it is used.",
    ]
    names = [client, *(name for name in _in_order(package) if name not in (client, "models"))]
    return _joined(
        [
            *head,
            *(_entry(f"{package.__name__}.{name}") for name in names),
            _entry(f"{package.__name__}.rows"),
        ]
    )


def _in_order(package: ModuleType) -> list[str]:
    """What a package exports, module by module: a collection stands beside its resources."""
    names: list[str] = package.__all__
    return sorted(names, key=lambda name: (getattr(getattr(package, name), "__module__", "~") or "~", name))


def _entry(path: str) -> str:
    return f"::: {path}"


def _joined(blocks: Iterable[str]) -> str:
    return "\n\n".join(block.rstrip("\n") for block in blocks) + "\n"
