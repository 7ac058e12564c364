"""One account from texts, such as the options of a data source, in place of a file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..errors import ConfigurationError
from ._account import Account
from ._document import Document, Place
from ._places import PLACES
from ._read import KEYS, TEXTS, Table
from ._secrets import has_credential

_PLACE_KEYS = frozenset(key for keys in PLACES for key in keys)


class _Options(Document):
    """Options, which have no lines."""

    def problem(self, place: Place, message: str) -> ConfigurationError:
        """An error about an option."""
        return ConfigurationError(f"options: {message}")

    def elsewhere(self, key: str) -> str:
        """How to write where a credential is."""
        return f"{key}.env, {key}.file, or {key}.keyring and {key}.username"


def account_of(options: Mapping[str, str]) -> Account:
    """The account that options describe, by the keys of an accounts file; it says where its credentials are.

    Where a credential is has two parts: ``token.env``, ``token.file``, or ``token.keyring`` and ``token.username``.
    Lists, such as ``segments``, are JSON.

    Raises:
        ConfigurationError: an option is unknown or wrong, or is or holds a credential, which is not shown.
    """
    table: dict[str, Any] = {}
    for key, text in options.items():
        if has_credential(text):
            raise ConfigurationError(f"options: {key} looks like a credential, and options are logged; say where it is")
        name, dot, kind = key.partition(".")
        if not dot:
            table[key] = _value(key, text)
        elif kind in _PLACE_KEYS:
            table.setdefault(name, {})[kind] = text
        else:
            raise ConfigurationError(f"options: {key!r} is unknown")
    table.setdefault("name", table.get("vendor"))
    return Table(_Options(Path("options"), "", {"accounts": [table]}), 0, {}).account(0, credentials=False)


def _value(key: str, text: str) -> Any:
    """What a text stands for, by the kind of its key."""
    if key in TEXTS or key not in KEYS:
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text  # which is named as the wrong kind
