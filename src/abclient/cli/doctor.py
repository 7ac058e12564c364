"""``abclient doctor``: what is installed, and whether vendors accept the credentials."""

from __future__ import annotations

import asyncio
import platform
import sys
import time
from collections.abc import Mapping, Sequence
from importlib import metadata
from typing import Any

from abclient_api._speedups import models_are_read_by

from .._console.terminal import one_line
from .._distribution import extras, install_hint, name_clash
from .._version import __version__
from ..errors import (
    ABClientError,
    ConfigurationError,
    ForbiddenError,
    TransportError,
    UnauthorizedError,
)
from ..options import from_environment
from ..transports import Transport, WireRequest, WireResponse, open_transport
from ._hints import hint
from ._output import print_json, print_line
from ._run import FAILED, OK, error_text
from ._target import Target

_TIMEOUT = 15.0


class Listener:
    """A transport that keeps the rate-limit headers of the last response."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self.url: str = ""
        self.limits: dict[str, str] = {}

    async def send(self, request: WireRequest) -> WireResponse:
        """Send it, and keep its URL and the response's rate limits."""
        self.url = request.url.partition("?")[0]
        response = await self._transport.send(request)
        self.limits = {
            name: value for name, value in response.headers if "ratelimit" in name or name.startswith("retry-after")
        }
        return response

    async def aclose(self) -> None:
        """Close the transport."""
        await self._transport.aclose()


async def examine(targets: Mapping[str, Target | ConfigurationError], *, as_json: bool) -> int:
    """Print what is installed and how each vendor responds, or why it cannot be used; returns the exit code.

    Raises:
        Exception: there is only one vendor, and it cannot be used: usually a ConfigurationError.
    """
    here = _installed()
    vendors = await examined(targets)
    if as_json:
        print_json({**here, "vendors": vendors})
        code = _code(vendors)
    else:
        _describe(here)
        code = describe(vendors)
    return code if here["clash"] is None else FAILED


async def examined(targets: Mapping[str, Target | ConfigurationError]) -> list[dict[str, Any]]:
    """How each vendor responds, or why it cannot be used.

    Raises:
        Exception: there is only one vendor, and it cannot be used: usually a ConfigurationError.
    """
    alone = len(targets) == 1
    return list(await asyncio.gather(*(_examined(name, target, alone=alone) for name, target in targets.items())))


def describe(vendors: Sequence[Mapping[str, Any]]) -> int:
    """Print what ``examined`` has found; returns the exit code."""
    for vendor in vendors:
        print_line(f"{vendor['vendor']}: {vendor['api'] or 'cannot be used'}", style=_STYLES[vendor["ok"]])
        for line in _findings(vendor):
            print_line(line, indent=2)
    return _code(vendors)


_STYLES = {True: "green", False: "bold red", None: "yellow"}
"""By whether a vendor can be used; None where its credentials are missing."""


def _code(vendors: Sequence[Mapping[str, Any]]) -> int:
    return OK if all(vendor["ok"] for vendor in vendors if vendor["ok"] is not None) else FAILED


def _installed() -> dict[str, Any]:
    transports = {name: _version(name) for name in ("httptools", "h11", "httpx")}
    transports |= {name: found for name in ("httpx2",) if (found := _version(name))}
    return {
        "abclient": __version__,
        "python": f"{platform.python_version()} at {sys.executable}",
        "clash": name_clash(),
        "extras": {name: {module: _version(module) for module in modules} for name, modules in extras().items()},
        "transports": transports,
        "transport": from_environment("ABCLIENT_TRANSPORT") or ("httptools" if transports["httptools"] else "h11"),
        "models_are_read_by": models_are_read_by,
    }


def _version(module: str) -> str | None:
    try:
        return metadata.version(module)
    except metadata.PackageNotFoundError:
        return None


async def _examined(name: str, target: Target | ConfigurationError, *, alone: bool) -> dict[str, Any]:
    """How a vendor responds, or why it cannot be requested."""
    try:
        if isinstance(target, ConfigurationError):
            raise target  # noqa: TRY301  # reported as any other
        return await _vendor(target)
    except Exception as error:  # of a vendor of another distribution, whatever its code raises
        if alone:
            raise
        return {"vendor": name, "api": None, "credentials": None, "ok": False, "error": one_line(error_text(error))}


async def _vendor(target: Target) -> dict[str, Any]:
    """How a vendor responds to a small request."""
    vendor = target.vendor
    report: dict[str, Any] = {"vendor": vendor.name, "api": vendor.api, "credentials": "there"}
    given = target.options.keys() & {*vendor.credentials, *vendor.other_credentials}
    missing = [] if given else vendor.missing_credentials()
    if missing:
        return {**report, "credentials": f"missing: set {' and '.join(missing)}", "ok": None}
    listener = Listener(open_transport(from_environment("ABCLIENT_TRANSPORT")))
    began = time.perf_counter()
    error: ABClientError | None = None
    notes: list[str] = []
    async with target.open(transport=listener, timeout=_TIMEOUT, retries=1) as source:
        try:
            await source.probe()
            url, limits = listener.url, listener.limits
            notes = [one_line(note) for note in await source.notes()]
            listener.url, listener.limits = url, limits
        except ABClientError as problem:
            error = problem
    lacking = error is not None and source.shows_valid_credentials(error, listener.url)
    if lacking and source.scope.project is None:
        error = None
    accepted = error is None or lacking
    refused = isinstance(error, UnauthorizedError | ForbiddenError)
    return {
        **report,
        "url": listener.url,
        "reachable": not isinstance(error, TransportError),
        "accepted": accepted if accepted or refused else None,
        "ok": error is None,
        "seconds": round(time.perf_counter() - began, 3),
        "limits": listener.limits,
        "error": None if error is None else one_line(str(error)),
        "hint": None if accepted else hint(vendor, error),
        "notes": notes,
    }


def _describe(here: Mapping[str, Any]) -> None:
    print_line(f"abclient {here['abclient']}, Python {here['python']}")
    if here["clash"]:
        print_line(here["clash"], indent=2, style="bold red")
    for name, modules in here["extras"].items():
        found = ", ".join(f"{module} {version}" for module, version in modules.items() if version)
        lacks = [module for module, version in modules.items() if version is None]
        hint = f"{', '.join(lacks)}: not installed: {install_hint(name)}" if lacks else ""
        print_line(f"extra {name}: {'; '.join(filter(None, (found, hint)))}", indent=2)
    transports = ", ".join(f"{name} {version or 'is missing'}" for name, version in here["transports"].items())
    print_line(f"transport: {here['transport']} is used, of {transports}", indent=2)
    print_line(f"models are read by {here['models_are_read_by']}", indent=2)


def _findings(vendor: Mapping[str, Any]) -> list[str]:
    if vendor["credentials"] is None:
        return [vendor["error"]]
    if vendor["credentials"] != "there":
        return [f"credentials: {vendor['credentials']}"]
    words = {True: "accepted", False: "refused", None: "unknown whether they are accepted"}
    lines = [
        f"{vendor['url']}: {'responded' if vendor['reachable'] else 'no response'} within {vendor['seconds']:g} s",
        f"credentials: {words[vendor['accepted']]}",
    ]
    if vendor["reachable"]:
        limits = ", ".join(f"{name} {value}" for name, value in vendor["limits"].items())
        lines.append(f"rate limits: {limits or 'none announced'}")
    return [*lines, *(vendor[name] for name in ("error", "hint") if vendor[name] is not None), *vendor["notes"]]
