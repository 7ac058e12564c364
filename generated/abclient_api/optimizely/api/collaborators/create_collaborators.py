from __future__ import annotations

from typing import TYPE_CHECKING

from ...._models import dumps
from ...._runtime import Request, Response, read_list
from ...models.collaborator_entry import CollaboratorEntry

if TYPE_CHECKING:
    from ...models.collaborator_entry_input import CollaboratorEntryInput


def parse(response: Response) -> list[CollaboratorEntry]:
    """The result in a successful answer."""
    return read_list(response, CollaboratorEntry)


def request(*, body: list[CollaboratorEntryInput]) -> Request[list[CollaboratorEntry], CollaboratorEntry]:
    """Invite collaborators.

    ``POST /collaborators``

    Invites people to projects of the account.

    Args:
        body: what to send.
    """
    return Request(
        operation="create_collaborators",
        method="POST",
        path_template="/collaborators",
        path="/collaborators",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
        items="",
        item=CollaboratorEntry,
    )
