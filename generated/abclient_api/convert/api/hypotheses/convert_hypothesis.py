from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.knowledge_base import KnowledgeBase


def parse(response: Response) -> KnowledgeBase:
    """The result in a successful answer."""
    return read_one(response, KnowledgeBase)


def request(account_id: int, project_id: int, hypothesis_id: int) -> Request[KnowledgeBase, KnowledgeBase]:
    """Convert a hypothesis.

    ``POST /accounts/{account_id}/projects/{project_id}/hypotheses/{hypothesis_id}/convert``

    Makes an entry of the knowledge base of a hypothesis.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        hypothesis_id: The hypothesis' id.
    """
    return Request(
        operation="convertHypothesis",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/hypotheses/{hypothesis_id}/convert",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/hypotheses/{number('hypothesis_id', hypothesis_id)}/convert",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
