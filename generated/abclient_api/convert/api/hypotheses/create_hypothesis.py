from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from ...._arguments import number, query_string, several, text
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.hypothesis import Hypothesis

if TYPE_CHECKING:
    from ...models.create_hypothesis_request_data import CreateHypothesisRequestData


def parse(response: Response) -> Hypothesis:
    """The result in a successful answer."""
    return read_one(response, Hypothesis)


def request(
    account_id: int,
    project_id: int,
    *,
    body: CreateHypothesisRequestData,
    expand: Sequence[Literal["project", "tags", "experiences"]] | None = None,
) -> Request[Hypothesis, Hypothesis]:
    """Add a hypothesis.

    ``POST /accounts/{account_id}/projects/{project_id}/hypotheses/add``

    Adds a hypothesis.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        body: what to send.
        expand: Fields in which objects are given in place of their ids.
    """
    return Request(
        operation="createHypothesis",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/hypotheses/add",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/hypotheses/add",
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
