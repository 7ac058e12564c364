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


def request(project_id: str, *, body: HypothesisInput) -> Request[Hypothesis, Hypothesis]:
    """Add a hypothesis.

    ``POST /hypotheses/add/{project_id}``

    Creates a hypothesis in the project.

    Args:
        project_id: The project's id.
        body: what to send.
    """
    return Request(
        operation="addHypothesis",
        method="POST",
        path_template="/hypotheses/add/{project_id}",
        path=f"/hypotheses/add/{segment('project_id', project_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
