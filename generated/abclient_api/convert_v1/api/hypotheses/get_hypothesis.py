from __future__ import annotations

from ...._arguments import segment
from ...._runtime import Request, Response, read_one
from ...models.hypothesis import Hypothesis


def parse(response: Response) -> Hypothesis:
    """The result in a successful answer."""
    return read_one(response, Hypothesis)


def request(project_id: str, hypothesis_id: str) -> Request[Hypothesis, Hypothesis]:
    """Get a hypothesis.

    ``GET /hypotheses/get/{project_id}/{hypothesis_id}``

    Reads one hypothesis.

    Args:
        project_id: The project's id.
        hypothesis_id: The hypothesis's id, a whole number in answers and text in the path.
    """
    return Request(
        operation="getHypothesis",
        method="GET",
        path_template="/hypotheses/get/{project_id}/{hypothesis_id}",
        path=f"/hypotheses/get/{segment('project_id', project_id)}/{segment('hypothesis_id', hypothesis_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
