"""A vendor as another distribution may bring it, with a client of its own kind, and whatever experiments are given."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Mapping, Sequence
from typing import Any, Self

from abclient import fetch_many
from abclient.bulk import Outcomes
from abclient.mcp import McpAccount
from abclient.options import Timeouts
from abclient.results import ExperimentInfo, ResultRow
from abclient.source import Group, ListedExperiment, Source
from abclient.transports import Transport, WireRequest
from abclient.vendor import Vendor


class Client:
    """No subclass of ``abclient.client.Client``, which a vendor need not have.

    Args:
        transport: sends what experiments send.
        found: the rows of each experiment.
        refused: what a check of the credentials ends with.
    """

    def __init__(
        self,
        *,
        transport: Transport | None = None,
        found: Mapping[ExperimentInfo, Sequence[ResultRow]] | None = None,
        refused: Exception | None = None,
        **options: object,
    ) -> None:
        self.limiter: None = None
        self.transport: Transport | None = transport
        self.found: Mapping[ExperimentInfo, Sequence[ResultRow]] = found or {}
        self.refused: Exception | None = refused
        self.options: Mapping[str, object] = options

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        """Nothing is open."""


class Experiment:
    """What can be done with an experiment."""

    def __init__(self, client: Client) -> None:
        self._client = client

    async def start(self) -> None:
        """It runs already, and nothing is to be sent."""

    async def pause(self) -> None:
        """Send a body that is no JSON."""
        assert self._client.transport is not None
        await self._client.transport.send(
            WireRequest(
                method="POST",
                url="https://other.example/pause",
                headers=(),
                body=b"state=paused",
                timeouts=Timeouts(),
                max_response_bytes=1_000,
            )
        )


class OtherSource(Source):
    """What the client was given."""

    async def groups(self, ids: Sequence[str]) -> AsyncIterator[Group]:
        def fetch(keys: AsyncIterator[Any]) -> Outcomes[ExperimentInfo, Any]:
            return fetch_many(self._get, keys, concurrency=1)

        yield Group(self._experiments(ids), fetch)

    async def _experiments(self, ids: Sequence[str]) -> AsyncGenerator[ListedExperiment]:
        for info in self.client.found:
            if not ids or info.experiment_id in ids:
                yield ListedExperiment(info, Experiment(self.client), {info: info.experiment_id})

    async def _get(self, info: ExperimentInfo) -> Sequence[ResultRow]:
        rows: Sequence[ResultRow] = self.client.found[info]
        return rows

    def rows(self, key: Any, response: Any, listed: ListedExperiment) -> list[ResultRow]:
        return list(response)

    async def probe(self) -> object:
        if self.client.refused is not None:
            raise self.client.refused
        return None


OTHER = Vendor(
    name="other",
    title="Other",
    api="v1",
    url="https://other.example",
    client=f"{__name__}:Client",
    source=f"{__name__}:OtherSource",
    verbs=(("start", "start"), ("pause", "pause")),
)


def experiment(key: str, status: str = "ended") -> ExperimentInfo:
    """An experiment of this vendor."""
    return ExperimentInfo(vendor="other", experiment_id=key, experiment_name=f"The {key} one", status=status)


def other_account(**client: Any) -> McpAccount:
    """An account with these keywords of its client."""
    return McpAccount(name="ours", vendor=OTHER, client={"concurrency": 2, **client})
