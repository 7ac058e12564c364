from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.section import Section

if TYPE_CHECKING:
    from ...models.section_create import SectionCreate


def parse(response: Response) -> Section:
    """The result in a successful answer."""
    return read_one(response, Section)


def request(experiment_id: int, *, body: SectionCreate) -> Request[Section, Section]:
    """Create a section.

    ``POST /experiments/{experiment_id}/sections``

    Adds a section to a multivariate test.

    Args:
        experiment_id: Identifier of the experiment.
        body: what to send.
    """
    return Request(
        operation="create_section",
        method="POST",
        path_template="/experiments/{experiment_id}/sections",
        path=f"/experiments/{number('experiment_id', experiment_id)}/sections",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
