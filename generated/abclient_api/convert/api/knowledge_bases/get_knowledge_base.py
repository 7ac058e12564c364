from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ...._arguments import number, query_string, several, text
from ...._runtime import Request, Response, read_one
from ...models.knowledge_base import KnowledgeBase


def parse(response: Response) -> KnowledgeBase:
    """The result in a successful answer."""
    return read_one(response, KnowledgeBase)


def request(
    account_id: int,
    project_id: int,
    knowledge_base_id: int,
    *,
    expand: Sequence[Literal["project", "tags"]] | None = None,
) -> Request[KnowledgeBase, KnowledgeBase]:
    """Get an entry of the knowledge base.

    ``GET /accounts/{account_id}/projects/{project_id}/knowledge-bases/{knowledge_base_id}``

    Reads one entry of the knowledge base.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        knowledge_base_id: The entry's id.
        expand: Fields in which objects are given in place of their ids.
    """
    return Request(
        operation="getKnowledgeBase",
        method="GET",
        path_template="/accounts/{account_id}/projects/{project_id}/knowledge-bases/{knowledge_base_id}",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/knowledge-bases/{number('knowledge_base_id', knowledge_base_id)}",
        query=query_string(
            ("expand[]", expand, several(text)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
    )
