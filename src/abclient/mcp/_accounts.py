"""The accounts that tools may read: those of the environment, or those of an accounts file."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from typing import Any, NamedTuple

from attrs import field, frozen

from .._items import key_text
from .._pull import open_scope
from ..accounts import read_accounts
from ..client import Client
from ..errors import ConfigurationError
from ..export import ExportOptions
from ..options import from_environment
from ..source import Scope, Source
from ..vendor import Vendor, installed

_SCOPE = ("project", "environment", "segments", "series", "iterations")


class Asked(NamedTuple):
    """What a call selects, in place of the account's own; None for the account's own.

    Attributes:
        project: the project's id or key.
        environment: the environment's key.
        segment: a segment of the visitors.
    """

    project: str | None = None
    environment: str | None = None
    segment: str | None = None


@frozen(kw_only=True)
class McpAccount:
    """An account that tools may read.

    Attributes:
        name: what tools call it.
        vendor: its vendor.
        missing: what has to be set before it can be used.
        project: the project that calls without one are about; None for all.
        environment: likewise.
        named: whether rows carry its name.
        client: the keywords of its client, credentials among them.
        credentials: the credentials, which no answer may contain.
    """

    name: str
    vendor: Vendor
    missing: tuple[str, ...] = ()
    project: str | None = None
    environment: str | None = None
    named: bool = False
    client: Mapping[str, Any] = field(factory=dict[str, Any], repr=False)
    credentials: tuple[str, ...] = field(default=(), repr=False)

    def scope(self, asked: Asked) -> Scope:
        """Which experiments and results a call is about."""
        return Scope(
            project=asked.project or self.project,
            environment=asked.environment or self.environment,
            account=self.name if self.named else None,
            segments=(asked.segment,) if asked.segment else (),
        )


def accounts_of_environment() -> list[McpAccount]:
    """An account for each vendor, by its name; a vendor that cannot be used is left out."""
    return [_of_environment(found) for found in installed().values() if isinstance(found, Vendor)]


def _of_environment(vendor: Vendor) -> McpAccount:
    def value(setting: str) -> str | None:
        return from_environment(vendor.variable(setting))

    credentials = map(value, (*vendor.credentials, *vendor.other_credentials))
    return McpAccount(
        name=vendor.name,
        vendor=vendor,
        missing=tuple(vendor.missing_credentials()),
        project=value("project"),
        environment=value("environment") if vendor.has_environments else None,
        credentials=tuple(one for one in credentials if one is not None),
    )


def accounts_of_file(path: str | os.PathLike[str]) -> list[McpAccount]:
    """The accounts of a file, by their names.

    Raises:
        ConfigurationError: as ``read_accounts``.
    """
    found: list[McpAccount] = []
    for one in read_accounts(path):
        without = (*_SCOPE, *ExportOptions.__optional_keys__)
        options = {name: value for name, value in one.options.items() if name not in without}
        credentials: dict[str, Any] = dict(one.credentials)
        project = one.options.get("project")
        found.append(
            McpAccount(
                name=one.name,
                vendor=one.vendor,
                project=None if project is None else key_text(project),
                environment=one.options.get("environment"),
                named=True,
                client={**options, **credentials, "name": one.name},
                credentials=tuple(credentials.values()),
            )
        )
    return found


_AS_IT_IS = Asked()


class Accounts:
    """Opens accounts. Calls of one account run one after the other, and each begins with the rate found before.

    Args:
        accounts: in the order in which they are listed.
    """

    def __init__(self, accounts: tuple[McpAccount, ...]) -> None:
        self.all: Mapping[str, McpAccount] = {one.name: one for one in accounts}
        self._locks: Mapping[str, asyncio.Lock] = {name: asyncio.Lock() for name in self.all}
        self._learned: dict[str, Any] = {}

    def get(self, name: str) -> McpAccount:
        """The account of a name.

        Raises:
            ConfigurationError: there is no such account, or it lacks credentials.
        """
        if name not in self.all:
            raise ConfigurationError(f"there is no account {name!r}; there are {', '.join(self.all) or 'no accounts'}")
        account = self.all[name]
        if account.missing:
            raise ConfigurationError(f"the account {name!r} has no credentials: set {' and '.join(account.missing)}")
        return account

    def is_busy(self, name: str) -> bool:
        """Whether a call of this account is under way, which a further one would wait for."""
        return self._locks[name].locked()

    @asynccontextmanager
    async def open(self, name: str, asked: Asked = _AS_IT_IS, **client: Any) -> AsyncGenerator[Source]:
        """A source of what is asked for; ``client`` are further keywords of its client.

        Raises:
            ConfigurationError: the account cannot be used, or its vendor does not have what is asked for.
        """
        account = self.get(name)
        async with (
            self._locks[name],
            open_scope(account.vendor, account.scope(asked), **{**account.client, **client}) as source,
        ):
            if name in self._learned:
                source.client.restore_rate_limit_state(self._learned[name])
            try:
                yield source
            finally:
                self._learn(name, source.client)

    def _learn(self, name: str, client: object) -> None:
        if isinstance(client, Client):  # others may be of their own kind
            self._learned[name] = client.rate_limit_state()
