from __future__ import annotations

from collections.abc import Sequence

from ...._arguments import query_string, several, whole
from ...._runtime import Request, Response, read_list
from ...models.collaborator_entry import CollaboratorEntry


def parse(response: Response) -> list[CollaboratorEntry]:
    """The result in a successful answer."""
    return read_list(response, CollaboratorEntry)


def request(*, project_id: Sequence[int] | None = None) -> Request[list[CollaboratorEntry], CollaboratorEntry]:
    """List collaborators.

    ``GET /collaborators``

    The people who work in the account, all at once.

    Args:
        project_id: Only people who have a role in all of these projects.
    """
    return Request(
        operation="list_collaborators",
        method="GET",
        path_template="/collaborators",
        path="/collaborators",
        query=query_string(
            ("project_id", project_id, several(whole(0))),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        item=CollaboratorEntry,
    )
