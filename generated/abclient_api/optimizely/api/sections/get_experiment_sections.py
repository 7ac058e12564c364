from __future__ import annotations

from ...._arguments import number, query_string, whole
from ...._runtime import Request, Response, read_list
from ...models.section import Section


def parse(response: Response) -> list[Section]:
    """The result in a successful answer."""
    return read_list(response, Section)


def request(
    experiment_id: int, *, page: int | None = None, per_page: int | None = None
) -> Request[list[Section], Section]:
    """List the sections of an experiment.

    ``GET /experiments/{experiment_id}/sections``

    The sections of a multivariate test, page by page.

    Args:
        experiment_id: Identifier of the experiment.
        page: Number of the page, counted from 1. The Link header of the answer names the next one. The vendor's
            default: 1.
        per_page: Items in a page, at most 100. The vendor's default: 25.
    """
    return Request(
        operation="get_experiment_sections",
        method="GET",
        path_template="/experiments/{experiment_id}/sections",
        path=f"/experiments/{number('experiment_id', experiment_id)}/sections",
        query=query_string(
            ("page", page, whole(1)),
            ("per_page", per_page, whole(1, 100)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="",
        item=Section,
    )
