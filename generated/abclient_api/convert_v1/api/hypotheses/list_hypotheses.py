from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_list
from ...models.hypothesis import Hypothesis

if TYPE_CHECKING:
    from ...models.hypothesis_filter import HypothesisFilter


def parse(response: Response) -> list[Hypothesis]:
    """The result in a successful answer."""
    return read_list(response, Hypothesis)


def request(project_id: str, *, body: HypothesisFilter) -> Request[list[Hypothesis], Hypothesis]:
    """List hypotheses.

    ``POST /hypotheses/{project_id}``

    One page of the project's hypotheses, filtered by text, status and score.

    Args:
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="listHypotheses",
        method="POST",
        path_template="/hypotheses/{project_id}",
        path=f"/hypotheses/{segment('project_id', project_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
        reads=True,
        items="",
        item=Hypothesis,
    )
