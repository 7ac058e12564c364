"""The file that lists accounts: what they are, and where their credentials are, but no credential."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any, cast, get_args

from ..errors import ConfigurationError
from ..export import FileFormat
from ..options import is_whole_number
from ..vendor import Vendor, get, names
from ._account import Account, clash, wrong_name
from ._document import Document, Place
from ._places import PLACES, CredentialPlace, read_credential

FILE_FORMATS: tuple[str, ...] = get_args(FileFormat)
_TOP = ("accounts", "defaults")


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value != ""


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_switch(value: object) -> bool:
    return isinstance(value, bool)


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, cast("list[object]", value)))


_TEXT = (_is_text, "a text")
_NUMBER = (_is_number, "a number")
_WHOLE = (is_whole_number, "a whole number")
_SWITCH = (_is_switch, "true or false")
KEYS: Mapping[str, tuple[Callable[[object], bool], str]] = {
    "project": (lambda value: _is_text(value) or is_whole_number(value), "a text or a whole number"),
    "environment": _TEXT,
    "segments": (_are_texts, 'a list of texts, such as ["device=mobile"]'),
    "series": _SWITCH,
    "iterations": _SWITCH,
    "format": (lambda value: value in FILE_FORMATS, f"one of {', '.join(FILE_FORMATS)}"),
    "excel": _SWITCH,
    "history": _SWITCH,
    "base_url": _TEXT,
    "allow_insecure": _SWITCH,
    "transport": _TEXT,
    "timeout": _NUMBER,
    "retries": _WHOLE,
    "concurrency": _WHOLE,
    "max_rate": _NUMBER,
    "share": _NUMBER,
    "rate_limit_store": _TEXT,
}
"""What an account may have besides its name, its vendor, and its vendor's settings and credentials."""

TEXTS = frozenset({"project", *(key for key, kind in KEYS.items() if kind is _TEXT)})
"""Keys whose values can be any text."""

_KEYWORDS = {"format": "file_format"}
"""Keywords in Python that are not called as in the file."""

OPTIONS: tuple[str, ...] = tuple(_KEYWORDS.get(key, key) for key in KEYS)
"""The keywords of what an account may have in the file."""


def read_accounts(path: str | os.PathLike[str], *, credentials: bool = True) -> list[Account]:
    """The accounts that a TOML file lists, with their credentials from where it says that they are.

    ::

        [defaults]
        format = "parquet"

        [[accounts]]
        name = "shop"
        vendor = "optimizely"
        token = { env = "SHOP_OPTIMIZELY_TOKEN" }

    Nothing is sent. ``docs/scale.md`` describes the file.

    Args:
        path: the file.
        credentials: whether to read the credentials. Without, accounts say where these are, for processes that read
            them themselves, such as the workers of an engine.

    Raises:
        ConfigurationError: the file cannot be read, is not TOML, or has no accounts; something in it looks like a
            credential; an account has an unknown key or vendor, lacks one that it needs, or has the name of another
            one; or a credential is not where the file says. The message has the file and the line, and no credential.
    """
    document = Document.read(path)
    for key in document.data:
        if key not in _TOP:
            raise document.problem((key,), f"{key!r} is unknown here{_meant(key, _TOP)}")
    tables: object = document.data.get("accounts")
    defaults: object = document.data.get("defaults", {})
    if not isinstance(defaults, dict):
        raise document.problem(("defaults",), "defaults must be a table: [defaults]")
    if "accounts" in document.data and not _are_tables(tables):
        raise document.problem(("accounts",), "accounts must be tables: write [[accounts]] before each")
    if not tables:
        raise ConfigurationError(f"{document.path}: there are no accounts in it; write [[accounts]] before each")
    found = [
        Table(document, index, cast("dict[str, Any]", defaults)).account(line, credentials=credentials)
        for index, line in enumerate(document.lines("accounts"))
    ]
    same = clash(one.name for one in found)
    if same:
        index, earlier = same
        said = "there are two of this name" if found[index].name == earlier else f"the directory is that of {earlier!r}"
        raise found[index].explained(f"{said}, on systems that ignore case" if found[index].name != earlier else said)
    return found


def _are_tables(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) for one in cast("list[object]", value))


def _meant(key: str, known: tuple[str, ...]) -> str:
    close = get_close_matches(key, known, 1)
    return f"; did you mean {close[0]!r}?" if close else f"; there are {', '.join(known)}"


class Table:
    """A table of the file that describes an account."""

    def __init__(self, document: Document, index: int, defaults: Mapping[str, Any]) -> None:
        self._document = document
        self._index = index
        self._own: Mapping[str, Any] = document.data["accounts"][index]
        self._values: dict[str, Any] = {**defaults, **self._own}

    def account(self, line: int, *, credentials: bool) -> Account:
        """The account that it describes, with its credentials or where they are; the table begins in this line."""
        wrong = wrong_name(self._own.get("name"))
        if wrong:
            raise self._problem("name", f"the name of an account {wrong}", named=False)
        vendor = self._vendor()
        known = ("name", "vendor", *KEYS, *vendor.settings, *vendor.credentials, *vendor.other_credentials)
        for key in self._values:
            if key not in known:
                raise self._problem(key, f"{vendor.title} has no {key!r}{_meant(key, known)}")
        options = {
            _KEYWORDS.get(key, key): self._option(key, vendor)
            for key in (*KEYS, *vendor.settings)
            if key in self._values
        }
        self._check_places(vendor)
        places = {key: self._credential_place(key) for key in self._credentials_of(vendor)}
        return Account(
            name=self._own["name"],
            vendor=vendor,
            credentials={key: self._credential(key, place) for key, place in places.items()} if credentials else places,
            options=options,
            place=f"{self._document.path}, line {line}",
        )

    def _vendor(self) -> Vendor:
        name = self._values.get("vendor")
        if not isinstance(name, str):
            raise self._problem("vendor", f"vendor must be one of {', '.join(names())}")
        try:
            return get(name)
        except ConfigurationError as error:
            raise self._problem("vendor", str(error)) from None

    def _option(self, key: str, vendor: Vendor) -> Any:
        is_valid, what = KEYS.get(key, _TEXT)
        value = self._values[key]
        if not is_valid(value):
            raise self._problem(key, f"{key} must be {what}")
        return value

    def _check_places(self, vendor: Vendor) -> None:
        if "environment" in self._values and not vendor.has_environments:
            raise self._problem("environment", f"{vendor.title} has no environments: leave out environment")
        missing = [need for need in vendor.needs if need not in self._values]
        if missing:
            raise self._problem("", f"{vendor.title} needs {' and '.join(missing)}")

    def _credentials_of(self, vendor: Vendor) -> tuple[str, ...]:
        """Of two kinds of credentials, the kind of which the table has any."""
        others = [key for key in vendor.other_credentials if key in self._values]
        if others and (both := [key for key in vendor.credentials if key in self._values]):
            raise self._problem(both[0], f"{vendor.title} takes {both[0]} or {others[0]}, not both")
        return vendor.other_credentials if others else vendor.credentials

    def _credential_place(self, key: str) -> CredentialPlace:
        value = self._values.get(key)
        if value is None:
            raise self._problem("", f"it has no {key}: write {self._document.elsewhere(key)}")
        if not isinstance(value, dict) or not value:
            said = f"{key} itself must not be here; write where it is: {self._document.elsewhere(key)}"
            raise self._problem(key, said)
        given = cast("dict[str, Any]", value)
        place = PLACES.get(tuple(sorted(given)))
        if place is None:
            raise self._problem(key, f"write where it is: {self._document.elsewhere(key)}")
        if isinstance(given.get("file"), str) and given["file"] and not given["file"].startswith("~"):
            given = {"file": str((self._document.path.parent / given["file"]).absolute())}
        try:
            return place(**given)
        except ConfigurationError as error:
            raise self._problem(key, str(error)) from None

    def _credential(self, key: str, place: CredentialPlace) -> str:
        try:
            return read_credential(key, place)
        except ConfigurationError as error:
            raise self._problem(key, str(error)) from None

    def _place(self, key: str = "") -> Place:
        if key in self._own:
            return ("accounts", self._index, key)
        return ("defaults", key) if key in self._values else ("accounts", self._index)

    def _problem(self, key: str, message: str, *, named: bool = True) -> ConfigurationError:
        account = f"account {self._own['name']!r}: " if named else ""
        return self._document.problem(self._place(key), account + message)
