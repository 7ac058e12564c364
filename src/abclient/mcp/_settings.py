"""What a server may reach and do, decided when it starts."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from attrs import field, frozen

from ..errors import ConfigurationError
from ._accounts import McpAccount, accounts_of_environment, accounts_of_file

TOKEN_VARIABLE = "ABCLIENT_MCP_TOKEN"  # noqa: S105  # the name of the variable
"""The variable with the token that clients must send over HTTP."""


@frozen(kw_only=True)
class Settings:
    """What a server may reach and do; nothing that a tool is asked for changes it.

    Attributes:
        accounts: the accounts that tools may use; ``from_environment`` and ``from_file`` make them.
        exports: directories of exports that are resources, by the name that their addresses have.
        reports: the directory to which the tool ``draft_report`` may write HTML; None for none.
        allow_writes: whether there are tools that change experiments.
    """

    accounts: tuple[McpAccount, ...]
    exports: Mapping[str, Path] = field(factory=dict[str, Path])
    reports: Path | None = None
    allow_writes: bool = False

    @classmethod
    def from_environment(cls, *, exports: Sequence[str | os.PathLike[str]] = (), **settings: Any) -> Self:
        """Settings with the vendors whose credentials the environment has.

        Args:
            exports: directories of exports; each is named as its last part.
            **settings: ``reports`` and ``allow_writes``.

        Raises:
            ConfigurationError: something in the list of exports is not a directory.
        """
        return cls(accounts=tuple(accounts_of_environment()), exports=_named(exports), **settings)

    @classmethod
    def from_file(
        cls, path: str | os.PathLike[str], *, exports: Sequence[str | os.PathLike[str]] = (), **settings: Any
    ) -> Self:
        """Settings with the accounts of a file, as ``abclient.accounts.read_accounts`` reads it.

        Args:
            path: the file.
            exports: directories of exports; each is named as its last part.
            **settings: ``reports`` and ``allow_writes``.

        Raises:
            ConfigurationError: the file cannot be used, or something in the list of exports is not a directory.
        """
        return cls(accounts=tuple(accounts_of_file(path)), exports=_named(exports), **settings)


def _named(directories: Sequence[str | os.PathLike[str]]) -> dict[str, Path]:
    found: dict[str, Path] = {}
    for directory in directories:
        place = Path(directory).resolve()
        if not place.is_dir():
            raise ConfigurationError(f"{directory} is not a directory")
        if found.get(place.name, place) != place:
            raise ConfigurationError(f"two exports are called {place.name!r}; give one of the directories another name")
        found[place.name] = place
    return found
