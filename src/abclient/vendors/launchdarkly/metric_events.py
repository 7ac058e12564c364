"""Import of metric events, for what no SDK sees: purchases in shops, refunds, calls to a support desk."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

from attrs import evolve

from abclient_api._runtime import from_fields
from abclient_api.launchdarkly_events import models
from abclient_api.launchdarkly_events.api.metric_events import import_metric_events as api

from ...errors import ABClientError

if TYPE_CHECKING:
    from ..._session import Session

LARGEST_BATCH = 10_000
"""Events: what a connector of another vendor (docs.tealium.com) says is the limit; LaunchDarkly publishes none."""
LARGEST_BODY = 10_000_000
"""Bytes; from the same page."""
_VERSION = "1"
"""Of what is sent, as the vendor asks for in the header; not of abclient."""
_IDS = uuid.UUID("c5d9bde4-7a2b-4f0e-9f0d-1f3c6f2a9e10")


class MetricEvents:
    """Events that the metrics of an environment count. Made by ``LaunchDarkly.metric_events``.

    They go to an address of their own. The token's role must allow ``importEventData``.
    """

    def __init__(self, session: Session, project_key: str, environment_key: str, company: str) -> None:
        agent = f"MetricImport-{company}-int/{_VERSION}"
        own = any(name.lower() == "user-agent" for name, _ in session.options.headers)
        headers = session.options.headers if own else (*session.options.headers, ("user-agent", agent))
        self._session = type(session)(session.account, evolve(session.options, headers=headers))
        self.project_key = project_key
        self.environment_key = environment_key

    async def send(self, events: Iterable[models.MetricEvent | Mapping[str, Any]]) -> int:
        """Import events, in batches one after the other; returns how many there were.

        Each batch has an id that follows from its contents, so that one that is sent again, by a retry or by calling
        this again with the same events in the same order, is taken once.

        Args:
            events: ``models.MetricEvent`` of ``abclient_api.launchdarkly_events``, or mappings with their Python names
                or the vendor's: ``{"key": "bought", "creation_date": datetime(...), "context_keys": {"user": "u-1"}}``
                and ``metric_value`` for numeric metrics. ``kind`` may be left out.

        Raises:
            TypeError: something is not an event, or has a field that events do not have; the message says which, and
                events of earlier batches were sent.
            ABClientError: a batch was not taken; a note says how many events were imported before.
        """
        sent = 0
        for batch in _batches(events):
            body = [event for event, _ in batch]
            payload = str(
                uuid.uuid5(_IDS, json.dumps([self.project_key, self.environment_key, *(t for _, t in batch)]))
            )
            request = api.request(self.project_key, self.environment_key, body=body, payload_id=payload)
            request.reads = True  # the id of the batch makes it harmless to send it again
            try:
                await self._session.send(request)
            except ABClientError as error:
                error.add_note(f"{sent} events were imported before")
                raise
            sent += len(batch)
        return sent


def _batches(events: Iterable[Any]) -> Iterator[list[tuple[models.MetricEvent, str]]]:
    batch: list[tuple[models.MetricEvent, str]] = []
    size = 2
    for place, given in enumerate(events):
        event = _event(given, f"events[{place}]")
        text = json.dumps(event.to_dict(), separators=(",", ":"))
        if batch and (len(batch) == LARGEST_BATCH or size + len(text) + 1 > LARGEST_BODY):
            yield batch
            batch, size = [], 2
        batch.append((event, text))
        size += len(text) + 1
    if batch:
        yield batch


def _event(given: Any, where: str) -> models.MetricEvent:
    if isinstance(given, models.MetricEvent):
        return given
    if not isinstance(given, Mapping):
        raise TypeError(f"{where} must be a MetricEvent or a mapping, not {type(given).__name__}")
    names = {key: name for name, key in models.MetricEvent.FIELDS.items()}
    pairs = cast("Mapping[object, Any]", given).items()
    fields = {names.get(str(key), str(key)): value for key, value in pairs}
    if unknown := sorted(fields.keys() - models.MetricEvent.FIELDS.keys()):
        raise TypeError(f"{where} has no field {', '.join(unknown)}; it has {', '.join(models.MetricEvent.FIELDS)}")
    try:
        return from_fields(models.MetricEvent, {"kind": "custom", **fields})
    except TypeError as error:
        raise TypeError(f"{where}: {error}") from None


def checked_company(company: str) -> str:
    """The company in the header ``User-Agent``.

    Raises:
        ValueError: it is not a word of letters, digits, dots, hyphens and underscores.
    """
    if not re.fullmatch(r"[A-Za-z0-9._-]{1,64}", company):
        raise ValueError(f"company must be a word of letters, digits, '.', '_' and '-', not {company!r}")
    return company
