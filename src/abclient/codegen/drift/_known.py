"""The specifications that are installed beside the clients, by the vendor that they belong to."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import files

from ..spec._document import SpecError
from ._document import Document


def specifications(vendor: str, vendors: Sequence[str], beside: str = "") -> dict[str, Document]:
    """A vendor's specifications, by the name of the package that is generated from each.

    Args:
        vendor: the vendor's name.
        vendors: the names of all vendors; of several that a package's name begins with, it belongs to the longest.
        beside: the package in which a vendor of another distribution has its own; all that it holds belong to it.

    Raises:
        SpecError: no package belongs to the vendor.
    """
    found: dict[str, Document] = {}
    for package in sorted(files(beside or "abclient_api").iterdir(), key=lambda one: one.name):
        owners = [one for one in vendors if f"{package.name}_".startswith(f"{one}_")]
        belongs = beside or max(owners, key=len, default="") == vendor
        text = package / "openapi.json"
        if package.is_dir() and belongs and text.is_file():
            found[package.name] = Document(json.loads(text.read_bytes()))
    if not found:
        raise SpecError(f"no specification of {vendor} is installed")
    return found
