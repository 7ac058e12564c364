from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from ...._arguments import number, query_string, several, text
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.knowledge_base import KnowledgeBase

if TYPE_CHECKING:
    from ...models.create_knowledge_base_request_data import CreateKnowledgeBaseRequestData


def parse(response: Response) -> KnowledgeBase:
    """The result in a successful answer."""
    return read_one(response, KnowledgeBase)


def request(
    account_id: int,
    project_id: int,
    *,
    body: CreateKnowledgeBaseRequestData | None = None,
    expand: Sequence[Literal["project", "tags"]] | None = None,
) -> Request[KnowledgeBase, KnowledgeBase]:
    """Add an entry of the knowledge base.

    ``POST /accounts/{account_id}/projects/{project_id}/knowledge-bases/add``

    Adds an entry of the knowledge base.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
        expand: Fields in which objects are given in place of their ids.
    """
    return Request(
        operation="createKnowledgeBase",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/knowledge-bases/add",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/knowledge-bases/add",
        query=query_string(
            ("expand[]", expand, several(text)),
        ),
        headers=(
            ("accept", "application/json"),
            *(() if body is None else (("content-type", "application/json"),)),
        ),
        body=None if body is None else dumps(body),
        parse=parse,
    )
