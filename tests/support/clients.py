"""A client of each vendor, connected to a server of the tests."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

import pytest

import abclient_api
from abclient._session import Session
from abclient.client import Client
from abclient.vendor import BUILT_IN, get

TOKEN, SECRET, APPLICATION = "t0ken-of-tests", "s3cret-of-tests", "application-of-tests"
QUICK = 10_000.0
"""Requests a second, as good as no limit, in place of a default pace that would make a test take seconds."""
VENDORS = BUILT_IN
PACKAGES = tuple(sorted(path.parent.name for path in Path(abclient_api.__path__[0]).glob("*/openapi.json")))
"""The generated packages: one for each API, of which a vendor may have several."""


def vendor_of(package: str) -> str:
    """Whose API the operations of a generated package are of: the longest name of a vendor that it begins with."""
    return max((name for name in VENDORS if f"{package}_".startswith(f"{name}_")), key=len)


def credentials_of(vendor: str) -> dict[str, str]:
    """The tests' credentials for a vendor, by the keyword of its client."""
    others = {"application_id": APPLICATION, "secret": SECRET}
    return {name: others.get(name, TOKEN) for name in get(vendor).credentials}


def other_credentials_of(vendor: str) -> dict[str, str]:
    """The tests' credentials of the vendor's second kind, with which every documented request can be sent, if any."""
    return {name: f"{name}-of-tests" for name in get(vendor).other_credentials}


def class_of(vendor: str) -> Any:
    """The class of a vendor's client."""
    module, _, name = get(vendor).client.partition(":")
    return getattr(import_module(module), name)


def begin_quickly(patches: pytest.MonkeyPatch) -> None:
    """Let every client of this process begin as if it knew that its vendor has no limit, where pace is not tested."""
    for vendor in VENDORS:
        described = replace(get(vendor), pace=None, advised_rate=None, initial_rate=QUICK)
        patches.setattr(class_of(vendor), "description", described)


def connect(vendor: str, url: str, **options: Any) -> Client:
    """A client with the tests' credentials, below ``url``, that does not retry unless ``options`` say so."""
    given: dict[str, Any] = {
        **(credentials_of(vendor) if options.keys().isdisjoint(get(vendor).other_credentials) else {}),
        "base_url": url + urlsplit(get(vendor).url).path,
        "retries": 0,
        "timeout": 10,
        "allow_insecure": True,
        **({"max_rate": QUICK} if get(vendor).pace else {}),
        **options,
    }
    return cast("Client", get(vendor).open(**given))


def session_of(client: Client) -> Session:
    """What a client sends through; users have no need of it, and so it is private."""
    session: Session = vars(client)["_session"]
    return session
