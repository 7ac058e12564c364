from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.section import Section

if TYPE_CHECKING:
    from ...models.section_update import SectionUpdate


def parse(response: Response) -> Section:
    """The result in a successful answer."""
    return read_one(response, Section)


def request(experiment_id: int, section_id: int, *, body: SectionUpdate) -> Request[Section, Section]:
    """Change a section.

    ``PATCH /experiments/{experiment_id}/sections/{section_id}``

    Changes the fields sent.

    Args:
        experiment_id: Identifier of the experiment.
        section_id: Identifier of the section.
        body: what to send.
    """
    return Request(
        operation="update_section",
        method="PATCH",
        path_template="/experiments/{experiment_id}/sections/{section_id}",
        path=f"/experiments/{number('experiment_id', experiment_id)}/sections/{number('section_id', section_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
