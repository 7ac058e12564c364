from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.upsert_response_rep import UpsertResponseRep

if TYPE_CHECKING:
    from ...models.upsert_context_kind_payload import UpsertContextKindPayload


def parse(response: Response) -> UpsertResponseRep:
    """The result in a successful answer."""
    return read_one(response, UpsertResponseRep)


def request(
    project_key: str, key: str, *, body: UpsertContextKindPayload
) -> Request[UpsertResponseRep, UpsertResponseRep]:
    """Create or replace a kind of context.

    ``PUT /api/v2/projects/{projectKey}/context-kinds/{key}``

    Creates a kind of context, or replaces the one with this key.

    Args:
        project_key: The project's key.
        key: The key.
        body: what to send.
    """
    return Request(
        operation="putContextKind",
        method="PUT",
        path_template="/api/v2/projects/{projectKey}/context-kinds/{key}",
        path=f"/api/v2/projects/{segment('project_key', project_key)}/context-kinds/{segment('key', key)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
