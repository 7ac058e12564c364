"""The tools that change an experiment at its vendor, one for each verb. There are none unless writes are allowed."""

from __future__ import annotations

import json
import os
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any, get_args

from ..errors import ABClientError, ConfigurationError
from ..events import LOGGER
from ..source import ListedExperiment
from ..transports import Transport, WireRequest, WireResponse, open_transport
from ..vendor import Vendor, Verb
from ._accounts import Accounts, Asked
from ._answer import Answers, Item, Result
from ._arguments import AccountName, DryRun, Environment, ExperimentId, Project
from ._judging import NoExperimentError, only_experiment
from ._pages import identity

_READING = frozenset({"GET", "HEAD"})

_DESCRIPTIONS: dict[Verb, str] = {
    "start": "Start an experiment, or let a paused one go on.",
    "pause": "Pause a running experiment; it can be started again.",
    "end": "End a running experiment.",
    "archive": "Archive an experiment, so that it is hidden at the vendor.",
    "unarchive": "Undo the archiving of an experiment.",
}
_DRY = (
    "Changes what visitors see. By default nothing is changed: the answer has the request that would be sent. Show that"
    " to the user, and pass dry_run=False only after the user has agreed."
)


class _NothingSentError(Exception):
    """A request was kept in place of being sent."""


class DryTransport:
    """A transport that sends what only reads, and keeps the first other request once it is told to.

    Args:
        transport: what sends.

    Attributes:
        keeps: whether requests that change something are kept.
        kept: the request that was not sent.
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self.keeps: bool = False
        self.kept: WireRequest | None = None

    async def send(self, request: WireRequest) -> WireResponse:
        """Send it, or keep it."""
        if self.keeps and request.method not in _READING:
            self.kept = request
            raise _NothingSentError
        return await self._transport.send(request)

    async def aclose(self) -> None:
        """Close the transport."""
        await self._transport.aclose()


class ChangingTools:
    """The tools of the verbs that any account's vendor has."""

    def __init__(self, accounts: Accounts, answers: Answers) -> None:
        self._accounts = accounts
        self._answers = answers

    def tools(self) -> dict[str, tuple[Callable[..., Awaitable[Any]], str]]:
        """Functions and their descriptions, by the names of tools."""
        there = {verb for one in self._accounts.all.values() for verb, _ in one.vendor.verbs}
        verbs: tuple[Verb, ...] = get_args(Verb)
        return {
            f"{verb}_experiment": (self._tool(verb), f"{_DESCRIPTIONS[verb]} {_DRY}") for verb in verbs if verb in there
        }

    def _tool(self, verb: Verb) -> Callable[..., Awaitable[Any]]:
        async def change(
            account: AccountName,
            experiment: ExperimentId,
            project: Project = None,
            environment: Environment = None,
            dry_run: DryRun = True,
        ) -> Result:
            method = _method(self._accounts.get(account).vendor, verb)
            asked = Asked(project, environment)
            if dry_run:
                record = await self._tried(account, experiment, asked, method)
            else:
                record = await self._done(account, experiment, asked, verb, method)
            return self._answers.result([Item(0, {"verb": verb, **record})])

        return change

    async def _tried(self, account: str, experiment: str, asked: Asked, method: str) -> dict[str, Any]:
        chosen = self._accounts.get(account).client.get("transport") or os.environ.get("ABCLIENT_TRANSPORT") or None
        dry = DryTransport(open_transport(chosen))
        async with self._accounts.open(account, asked, transport=dry) as source:
            listed = await only_experiment(source, experiment)
            dry.keeps = True
            with suppress(_NothingSentError):
                await _call(listed, method)
        return {"sent": False, **identity(listed.info), "request": _request(dry.kept)}

    async def _done(self, account: str, experiment: str, asked: Asked, verb: Verb, method: str) -> dict[str, Any]:
        async with self._accounts.open(account, asked) as source:
            before = await only_experiment(source, experiment)
            await _call(before, method)
            LOGGER.warning("%s of the experiment %r of the account %s was sent", verb, experiment, account)
            record = {"sent": True, **identity(before.info), "status_before": before.info.status}
            try:
                after = await only_experiment(source, experiment)
            except (ABClientError, NoExperimentError) as error:
                # An error would look as if nothing had changed, and invite another try.
                return {**record, "status": None, "status_unknown_because": str(error)}
        return {**record, **identity(after.info)}


def _method(vendor: Vendor, verb: Verb) -> str:
    methods = dict(vendor.verbs)
    if verb not in methods:
        known = ", ".join(methods) or "none"
        raise ConfigurationError(f"{vendor.title} has no verb to {verb} an experiment; its verbs: {known}")
    return methods[verb]


async def _call(listed: ListedExperiment, method: str) -> None:
    await getattr(listed.experiment, method)()


def _request(kept: WireRequest | None) -> dict[str, Any] | str:
    """What would be sent, without headers: these have the credentials."""
    if kept is None:
        return "nothing would be sent"
    body: Any = None
    if kept.body:
        try:
            body = json.loads(kept.body)
        except ValueError:
            body = kept.body.decode(errors="replace")
    return {"method": kept.method, "url": kept.url, "body": body}
