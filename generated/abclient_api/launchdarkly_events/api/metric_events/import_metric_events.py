from __future__ import annotations

from typing import TYPE_CHECKING, Never

from ...._arguments import header_lines, segment, text
from ...._models import dumps
from ...._runtime import Request, Response, read_empty

if TYPE_CHECKING:
    from ...models.metric_event import MetricEvent


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(
    project_key: str, environment_key: str, *, body: list[MetricEvent], payload_id: str | None = None
) -> Request[None, Never]:
    """Import metric events.

    ``POST /v2/event-data-import/{projectKey}/{environmentKey}``

    Adds events to the metrics of an environment, as if an SDK had sent them. A batch that is sent again with
    the same payload id is taken once.

    Args:
        project_key: The project's key.
        environment_key: The environment's key.
        body: what to send.
        payload_id: A UUID of the batch, the same whenever it is sent again.
    """
    return Request(
        operation="importMetricEvents",
        method="POST",
        path_template="/v2/event-data-import/{projectKey}/{environmentKey}",
        path=f"/v2/event-data-import/{segment('project_key', project_key)}/{segment('environment_key', environment_key)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
            ("x-launchdarkly-event-schema", "4"),
            *header_lines(
                ("x-launchdarkly-payload-id", payload_id, text),
            ),
        ),
        body=dumps(body),
        parse=parse,
    )
