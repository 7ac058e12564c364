"""What a sandbox was asked, for tests to look at."""

from __future__ import annotations

import json
import re
from typing import Any, TypedDict, Unpack


class ReceivedRequest(TypedDict):
    """One request that a sandbox received."""

    number: int
    """Its place among all requests, from 1."""
    time: float
    """When it arrived, in seconds since 1970."""
    method: str
    """In capitals."""
    path: str
    """As it was sent, with the vendor's name in front: ``/launchdarkly/api/v2/projects``."""
    query: str
    """As it was sent, without the question mark."""
    headers: dict[str, str]
    """By name in lower case; values of credentials are ``***``."""
    body: str | None
    """As text; None where it was not read, is longer than 64 KiB, or is not UTF-8."""
    vendor: str
    """Whose path it is; empty if it is not any vendor's."""
    operation: str
    """The vendor's name of the operation; empty if it came to none."""
    account: int
    """The number of the account, from 1; 0 if the credential was not accepted, or not looked at."""
    fault: str
    """The kind of the fault that was injected; empty if none was."""
    status: int | None
    """The status of the response; None if there is none, or not yet."""


class RequestMatch(TypedDict, total=False):
    """Which requests are meant: all conditions that are given must hold."""

    method: str
    """The method, in capitals or not."""
    path: str
    """How the path begins, with or without the vendor's name in front."""
    regex: str
    """An expression that is searched in path and query: ``/experiments\\?limit=20``."""
    vendor: str
    """The vendor's name."""
    operation: str
    """The vendor's name of the operation."""
    account: int
    """The number of the account, from 1."""
    fault: str
    """The kind of the injected fault; ``""`` for requests without one."""
    status: int | None
    """The status of the response."""


class RequestLog(list[ReceivedRequest]):
    """The requests that a sandbox received, oldest first, as a list.

    ::

        sent = sandbox.requests().assert_one(method="PATCH", path="/api/v2/flags")
        assert sent["status"] == 200
        sandbox.requests().assert_none(method="DELETE")
    """

    def matching(self, **wanted: Unpack[RequestMatch]) -> RequestLog:
        """Those that meet all conditions.

        Raises:
            TypeError: there is no such condition.
        """
        if unknown := sorted(wanted.keys() - RequestMatch.__annotations__.keys()):
            known = ", ".join(RequestMatch.__annotations__)
            raise TypeError(f"requests are not matched by {', '.join(unknown)}; they are by {known}")
        return RequestLog(request for request in self if _meets(request, wanted))

    def assert_one(self, **wanted: Unpack[RequestMatch]) -> ReceivedRequest:
        """The only one that meets all conditions.

        Raises:
            AssertionError: none does, or several do; the message lists all requests.
        """
        found = self.matching(**wanted)
        if len(found) != 1:
            raise AssertionError(self._complaint("exactly one request", found, wanted))
        return found[0]

    def assert_none(self, **wanted: Unpack[RequestMatch]) -> None:
        """Check that none meets all conditions; without any, that there are no requests at all.

        Raises:
            AssertionError: some do; the message lists all requests.
        """
        found = self.matching(**wanted)
        if found:
            raise AssertionError(self._complaint("no request", found, wanted))

    def documents(self) -> list[Any]:
        """The bodies that are JSON, read, in order; requests with another body or none are left out."""
        return [document for request in self for document in _documents(request["body"])]

    def _complaint(self, expected: str, found: RequestLog, wanted: RequestMatch) -> str:
        """What was expected, and all that there is. Without queries, which are where a credential could be."""
        conditions = ", ".join(f"{name}={value!r}" for name, value in wanted.items())
        lines = (
            f"  {one['number']}. {one['method']} {one['path']} -> {one['status']}"
            + (f" (fault: {one['fault']})" if one["fault"] else "")
            for one in self
        )
        return "\n".join(
            (f"expected {expected} with {conditions or 'any'}, found {len(found)} of {len(self)}:", *lines)
        )


def _meets(request: ReceivedRequest, wanted: RequestMatch) -> bool:
    path, query = request["path"], request["query"]
    own = path.removeprefix(f"/{request['vendor']}")
    found = re.search(wanted.get("regex", ""), f"{path}?{query}" if query else path)
    others: dict[str, object] = {
        name: value for name, value in wanted.items() if name not in {"method", "path", "regex"}
    }
    return (
        wanted.get("method", request["method"]).upper() == request["method"]
        and any(one.startswith(wanted.get("path", "")) for one in (path, own))
        and found is not None
        and all(request.get(name) == value for name, value in others.items())
    )


def _documents(body: str | None) -> list[Any]:
    try:
        return [json.loads(body)] if body else []
    except ValueError:
        return []
