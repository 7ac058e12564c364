from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import segment
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.hypothesis import Hypothesis

if TYPE_CHECKING:
    from ...models.hypothesis_input import HypothesisInput


def parse(response: Response) -> Hypothesis:
    """The result in a successful answer."""
    return read_one(response, Hypothesis)


def request(project_id: str, hypothesis_id: str, *, body: HypothesisInput) -> Request[Hypothesis, Hypothesis]:
    """Update a hypothesis.

    ``POST /hypotheses/update/{project_id}/{hypothesis_id}``

    Changes the fields that are sent and answers with the whole hypothesis.

    Args:
        project_id: The project's id.
        hypothesis_id: The hypothesis's id, a whole number in answers and text in the path.
        body: what to send.
    """
    return Request(
        operation="updateHypothesis",
        method="POST",
        path_template="/hypotheses/update/{project_id}/{hypothesis_id}",
        path=f"/hypotheses/update/{segment('project_id', project_id)}/{segment('hypothesis_id', hypothesis_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
