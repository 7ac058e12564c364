"""What tests do with a sandbox, however it runs."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any, cast

from ._options import SandboxOptions
from ._requests import ReceivedRequest, RequestLog

_NO_LIMIT = 10_000.0  # requests per second, which no client reaches


class SandboxControl(ABC):
    """What :class:`Sandbox` and :class:`InProcessSandbox` have in common.

    Attributes:
        token: the access token that the vendors accept, of the first account.
        tokens: the access tokens of all accounts. Convert's application ids and secrets are numbered in the same way.
        url: its URL, such as ``http://127.0.0.1:41337``; empty while it does not run.
    """

    token = "sandbox-token"  # noqa: S105 (not a secret: the documented credential of a local server)

    def __init__(self, options: SandboxOptions) -> None:
        self.url: str = ""
        numbers = range(2, options.get("accounts", 1) + 1)
        self.tokens: tuple[str, ...] = (self.token, *(f"{self.token}-{number}" for number in numbers))
        self._limits = bool(options.get("rate_limit"))

    @abstractmethod
    def _request(self, method: str, path: str, document: object = None) -> Any:
        """The response's JSON to a request for one of the sandbox's own paths.

        Raises:
            RuntimeError: it does not run.
            ValueError: it refuses the request; the message says why.
        """

    def world(self, account: int = 1) -> dict[str, Any]:
        """An account's data that has results, by vendor: projects, experiments and similar objects."""
        return cast("dict[str, Any]", self._request("GET", f"/_sandbox/world?account={account}"))

    def base_url(self, vendor: str) -> str:
        """The ``base_url`` of a vendor's client.

        Args:
            vendor: the vendor's name, such as ``"optimizely"``.

        Raises:
            ValueError: the sandbox has no such vendor.
        """
        return str(self.client_options(vendor)["base_url"])

    def client_options(self, vendor: str, *, account: int = 1) -> dict[str, Any]:
        """The keywords that a vendor's client takes to use the sandbox: ``base_url`` and the credentials.

        A client that by default keeps to a documented limit also gets a ``max_rate`` beyond what it can reach, unless
        the sandbox has a ``rate_limit``.

        Args:
            vendor: the vendor's name, such as ``"optimizely"``.
            account: whose credentials.

        Raises:
            ValueError: the sandbox has no such vendor.
        """
        vendors = self._request("GET", "/_sandbox/vendors")
        if vendor not in vendors:
            raise ValueError(f"the sandbox has no vendor {vendor!r}; it has {', '.join(vendors)}")
        described, behind = vendors[vendor], f"-{account}" if account > 1 else ""
        credentials = {name: f"{value}{behind}" for name, value in described["credentials"].items()}
        rate = {"max_rate": _NO_LIMIT} if described["documents_limit"] and not self._limits else {}
        return {"base_url": f"{self.url}{described['base_path']}", **credentials, **rate}

    def requests(self) -> RequestLog:
        """The requests that the sandbox received, oldest first, as a list; at most the last 10,000."""
        return RequestLog(cast("list[ReceivedRequest]", self._request("GET", "/_sandbox/requests")))

    def clear_requests(self) -> None:
        """Forget the requests so far."""
        self._request("DELETE", "/_sandbox/requests")

    def add_visitors(self, vendor: str, experiment: str | int, visitors: int, *, account: int = 1) -> None:
        """Add visitors to a running experiment: one that was just started has none.

        Args:
            vendor: ``"launchdarkly"``, ``"optimizely"`` or ``"convert_v1"``.
            experiment: its key or id.
            visitors: how many.
            account: the account that has the experiment.

        Raises:
            ValueError: the vendor has no such running experiment.
        """
        wanted = {"vendor": vendor, "experiment": str(experiment), "visitors": visitors, "account": account}
        self._request("POST", "/_sandbox/visitors", wanted)

    def reset(self) -> None:
        """Restore the initial state: data, faults, requests and rate limits."""
        self._request("POST", "/_sandbox/reset")

    def add_fault(self, kind: str, **rule: Any) -> None:
        """Inject a fault into the next matching requests.

        Args:
            kind: ``status``, ``html``, ``garbage``, ``delay``, ``drip``, ``stall``, ``truncate``, ``close``, ``reset``.
            **rule: ``match`` (``method``, ``path``, ``regex``), ``times`` (1; None forever), ``skip``, ``status``,
                ``headers``, ``body``, ``seconds``, ``at`` (``start``, ``answer``, ``headers``, ``body``).

        Raises:
            ValueError: the sandbox does not know such a fault.
        """
        self._request("POST", "/_sandbox/faults", {"kind": kind, **rule})

    @contextmanager
    def fault(self, kind: str, *, times: int | None = None, **rule: Any) -> Generator[None]:
        """Inject a fault while a ``with`` block runs, and check that a request met it.

        ::

            with sandbox.fault("status", status=503, match={"method": "GET"}):
                ...

        Args:
            kind: as for ``add_fault``.
            times: how many requests it meets; None for all that match.
            **rule: as for ``add_fault``.

        Raises:
            ValueError: the sandbox does not know such a fault.
            AssertionError: at the end of a block that raised nothing else: no request met it, so that the test did not
                see what it is about.
        """
        number = self._request("POST", "/_sandbox/faults", {"kind": kind, "times": times, **rule})[-1]["number"]
        try:
            yield
        except BaseException:
            self._remove_fault(number)
            raise
        if not self._remove_fault(number):
            raise AssertionError(f"no request met the fault {kind!r} with {rule or 'no match'}")

    def _remove_fault(self, number: int) -> int:
        """Forget what is left of a fault; how many requests met it."""
        return int(self._request("DELETE", f"/_sandbox/faults?number={number}")["applied"])

    def faults(self) -> list[dict[str, Any]]:
        """The faults that are still to come."""
        return cast("list[dict[str, Any]]", self._request("GET", "/_sandbox/faults"))

    def clear_faults(self) -> None:
        """Forget the faults that are still to come."""
        self._request("DELETE", "/_sandbox/faults")
