from __future__ import annotations

from typing import Never

from ...._arguments import number
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(experiment_id: int, section_id: int) -> Request[None, Never]:
    """Archive a section.

    ``DELETE /experiments/{experiment_id}/sections/{section_id}``

    DELETE archives: the section keeps existing and can be read. There is no body.

    Args:
        experiment_id: Identifier of the experiment.
        section_id: Identifier of the section.
    """
    return Request(
        operation="delete_section",
        method="DELETE",
        path_template="/experiments/{experiment_id}/sections/{section_id}",
        path=f"/experiments/{number('experiment_id', experiment_id)}/sections/{number('section_id', section_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
