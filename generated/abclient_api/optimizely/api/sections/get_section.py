from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.section import Section


def parse(response: Response) -> Section:
    """The result in a successful answer."""
    return read_one(response, Section)


def request(experiment_id: int, section_id: int) -> Request[Section, Section]:
    """Get a section.

    ``GET /experiments/{experiment_id}/sections/{section_id}``

    One section of a multivariate test.

    Args:
        experiment_id: Identifier of the experiment.
        section_id: Identifier of the section.
    """
    return Request(
        operation="get_section",
        method="GET",
        path_template="/experiments/{experiment_id}/sections/{section_id}",
        path=f"/experiments/{number('experiment_id', experiment_id)}/sections/{number('section_id', section_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
