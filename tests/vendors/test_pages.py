"""The pages of Optimizely's two current APIs leave out nothing that their clients and objects can do."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import Any

import pytest

from abclient.client import Client
from abclient.paging import Pagination
from abclient.resource import Collection, Resource

DOCS = Path(__file__).parents[2] / "docs"
OF_EVERY_VENDOR = {*dir(Client), *dir(Collection), *dir(Resource), *dir(Pagination)}
"""The guide has these."""
BETWEEN_OBJECTS = {"patched", "unarchived", "ruleset_of", "lacks_results", "project_id"}
"""What objects of Feature Experimentation call of their collections, and what rows ask a rule."""


def callable_names(vendor: str) -> Iterator[tuple[str, str]]:
    """The names of classes and of what can be called or read of them, apart from what the vendor's responses have."""
    package = import_module(f"abclient.vendors.{vendor}")
    for module in iter_modules(package.__path__):
        found = import_module(f"{package.__name__}.{module.name}")
        kinds: list[type[Any]] = [one for one in vars(found).values() if inspect.isclass(one)]
        for kind in kinds:
            if module.name in ("rows", "source") or kind.__module__ != found.__name__:
                continue
            for name, member in vars(kind).items():
                called = inspect.isroutine(member) or hasattr(member, "__wrapped__") or isinstance(member, property)
                if called and not name.startswith("_"):
                    yield kind.__name__, name


@pytest.mark.parametrize("vendor", ["optimizely", "optimizely_flags"])
def test_every_method_is_on_the_page(vendor: str) -> None:
    """Of the client, of collections, and of what is in them."""
    page = (DOCS / f"{vendor}.md").read_text(encoding="utf-8")
    words = {*re.findall(r"\w+", page)} | OF_EVERY_VENDOR | BETWEEN_OBJECTS
    assert [f"{kind}.{name}" for kind, name in callable_names(vendor) if name not in words] == []
