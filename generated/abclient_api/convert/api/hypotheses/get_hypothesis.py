from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from ...._arguments import number, query_string, several, text
from ...._runtime import Request, Response, read_one
from ...models.hypothesis import Hypothesis


def parse(response: Response) -> Hypothesis:
    """The result in a successful answer."""
    return read_one(response, Hypothesis)


def request(
    account_id: int,
    project_id: int,
    hypothesis_id: int,
    *,
    expand: Sequence[Literal["project", "tags", "experiences"]] | None = None,
) -> Request[Hypothesis, Hypothesis]:
    """Get a hypothesis.

    ``GET /accounts/{account_id}/projects/{project_id}/hypotheses/{hypothesis_id}``

    Reads one hypothesis.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        hypothesis_id: The hypothesis' id.
        expand: Fields in which objects are given in place of their ids.
    """
    return Request(
        operation="getHypothesis",
        method="GET",
        path_template="/accounts/{account_id}/projects/{project_id}/hypotheses/{hypothesis_id}",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/hypotheses/{number('hypothesis_id', hypothesis_id)}",
        query=query_string(
            ("expand[]", expand, several(text)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
    )
