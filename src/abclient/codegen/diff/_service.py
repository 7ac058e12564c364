"""How the address of an API changes, and how callers are known there."""

from __future__ import annotations

from collections.abc import Iterator

from ..spec._model import Spec
from ._change import Change


def service(old: Spec, new: Spec) -> Iterator[Change]:
    """Changes of servers and of credentials, for the API as a whole and for operations."""
    was, now = old.servers, new.servers
    if was[:1] != now[:1]:
        what = f"requests go to {_first(now)}, went to {_first(was)}"
        yield Change(kind="server-changed", where="", what=what)
    for url in was[1:]:
        if url not in now:
            yield Change(kind="server-removed", where="", what=f"{url} is gone")
    for url in now[1:]:
        if url not in was:
            yield Change(kind="server-added", where="", what=f"{url} is new")
    if old.security != new.security:
        what = f"credentials are {_words(new.security)}, were {_words(old.security)}"
        yield Change(kind="security-changed", where="", what=what)
    before = {one.name: one.security for one in old.operations}
    for one in new.operations:
        own, other = one.security, before.get(one.name, one.security)
        # What is asked everywhere was told once.
        if own != other and (own, other) != (new.security, old.security):
            what = f"credentials are {_words(own)}, were {_words(other)}"
            yield Change(kind="security-changed", where=one.name, what=what)


def _first(servers: tuple[str, ...]) -> str:
    return servers[0] if servers else "no known address"


def _words(security: tuple[str, ...]) -> str:
    return " or ".join(security) or "none"
