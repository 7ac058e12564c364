from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from ...._arguments import number, query_string, several, text
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.hypothesis import Hypothesis

if TYPE_CHECKING:
    from ...models.update_hypothesis_status_request_data import UpdateHypothesisStatusRequestData


def parse(response: Response) -> Hypothesis:
    """The result in a successful answer."""
    return read_one(response, Hypothesis)


def request(
    account_id: int,
    project_id: int,
    hypothesis_id: int,
    *,
    body: UpdateHypothesisStatusRequestData,
    expand: Sequence[Literal["project", "tags", "experiences"]] | None = None,
) -> Request[Hypothesis, Hypothesis]:
    """Change the status of a hypothesis.

    ``POST /accounts/{account_id}/projects/{project_id}/hypotheses/{hypothesis_id}/update-status``

    Changes nothing but the status.

    Args:
        account_id: The account's id.
        project_id: The project's id.
        hypothesis_id: The hypothesis' id.
        body: what to send.
        expand: Fields in which objects are given in place of their ids.
    """
    return Request(
        operation="updateHypothesisStatus",
        method="POST",
        path_template="/accounts/{account_id}/projects/{project_id}/hypotheses/{hypothesis_id}/update-status",
        path=f"/accounts/{number('account_id', account_id)}/projects/{number('project_id', project_id)}/hypotheses/{number('hypothesis_id', hypothesis_id)}/update-status",
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
