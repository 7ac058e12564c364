"""An account: whose it is, where its credentials came from, and how it is exported."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import Attribute, evolve, field, frozen

from ..errors import ConfigurationError
from ..vendor import Vendor, get
from ._places import CredentialPlace, read_credential

_LONGEST_NAME = 100
"""Bytes; file systems take 255 for a name, and paths have other parts."""

_IN_NO_NAME = frozenset('/\\:*?"<>|')
"""What names of files cannot have, on some system."""

_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in "123456789")}
)
"""Names that are devices on Windows, with any ending."""


def _described(vendor: str | Vendor) -> Vendor:
    return vendor if isinstance(vendor, Vendor) else get(vendor)


def _named(instance: object, attribute: Attribute[str], value: object) -> None:
    wrong = wrong_name(value)
    if wrong:
        raise ConfigurationError(f"the name of an account {wrong}")


@frozen(kw_only=True)
class Account:
    """An account of a vendor, to be exported.

    Attributes:
        name: your name for it, which rows carry, and which is the name of its directory.
        vendor: its vendor, or the vendor's name.
        credentials: by keyword of the vendor's client, the credentials themselves, which are never shown, or where they
            are: an ``EnvironmentVariable``, a ``CredentialFile`` or a ``KeyringEntry``.
        options: keywords of ``abclient.open_source`` (``project``, ``environment``, ``segments``, ``timeout``, …) and
            of ``abclient.export.export_source`` (``file_format``, ``history``, …) for this account. What it does not
            have is as for all accounts.
        place: where it is described, for messages.

    Raises:
        ConfigurationError: the name cannot be that of a directory, or there is no such vendor.
    """

    name: str = field(validator=_named)
    vendor: Vendor = field(converter=_described)
    credentials: Mapping[str, str | CredentialPlace] = field(repr=False)
    options: Mapping[str, Any] = field(factory=dict[str, Any], repr=False)
    place: str = ""

    def with_credentials(self) -> Account:
        """The same account with the credentials themselves, from where it says that they are.

        Raises:
            ConfigurationError: one is not there; the message names the account.
        """
        try:
            found = {key: read_credential(key, place) for key, place in self.credentials.items()}
        except ConfigurationError as error:
            raise self.explained(error) from None
        return evolve(self, credentials=found)

    def explained(self, message: object) -> ConfigurationError:
        """An error about this account."""
        where = f"{self.place}: " if self.place else ""
        return ConfigurationError(f"{where}account {self.name!r}: {message}")


def wrong_name(name: object) -> str | None:
    """Why a name cannot be that of a directory on every system; None if it can."""
    if not isinstance(name, str) or not name.strip():
        return "must be a text that is not empty"
    if not name.isprintable():
        return f"must be printable, not {name!r}"
    if len(name.encode()) > _LONGEST_NAME:
        return f"must not be longer than {_LONGEST_NAME} bytes: {name!r}"
    if _IN_NO_NAME.intersection(name):
        return f"is the name of a directory, and cannot contain any of {' '.join(sorted(_IN_NO_NAME))}: {name!r}"
    if name[0] in ". _" or name[-1] in ". ":
        # Patterns such as DIR/* and programs that read directories skip such names, and Windows cuts their ends.
        return f"is the name of a directory, and must not begin with . or _, nor end with a dot or a blank: {name!r}"
    if name.partition(".")[0].casefold() in _DEVICES:
        return f"is the name of a directory, and {name!r} is a device on Windows"
    return None


def same_directory(name: str) -> str:
    """Equal for names that are one directory on some systems, which ignore case and how accents are composed."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def clash(names: Iterable[str]) -> tuple[int, str] | None:
    """The index of the first name that is the directory of an earlier one, and that one; None if all differ."""
    seen: dict[str, str] = {}
    for index, name in enumerate(names):
        earlier = seen.setdefault(same_directory(name), name)
        if index >= len(seen):
            return index, earlier
    return None
