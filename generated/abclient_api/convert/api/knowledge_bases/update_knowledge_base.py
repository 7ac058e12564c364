from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from ...._arguments import number, query_string, several, text
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.knowledge_base import KnowledgeBase

if TYPE_CHECKING:
    from ...models.update_knowledge_bases_status_request_data import UpdateKnowledgeBasesStatusRequestData


def parse(response: Response) -> KnowledgeBase:
    """The result in a successful answer."""
    return read_one(response, KnowledgeBase)


def request(
    account_id: int,
    project_id: int,
    knowledge_base_id: int,
    *,
    body: UpdateKnowledgeBasesStatusRequestData,
    expand: Sequence[Literal["project", "tags"]] | None = None,
) -> Request[KnowledgeBase, KnowledgeBase]:
    """Change the status of an entry of the knowledge base.

    ``POST /accounts/{account_id}/projects/{project_id}/knowledge-bases/{knowledge_base_id}/update-status``

    Changes nothing but the status.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        knowledge_base_id: The entry's id.
        body: what to send.
        expand: Fields in which objects are given in place of their ids.
    """
    return Request(
        operation="updateKnowledgeBase",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/knowledge-bases/{knowledge_base_id}/update-status",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/knowledge-bases/{number('knowledge_base_id', knowledge_base_id)}/update-status",
        query=query_string(
            ("expand[]", expand, several(text)),
        ),
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
