from __future__ import annotations

from typing import TYPE_CHECKING, Never

from ...._arguments import number, segment
from ...._models import dumps, entries
from ...._runtime import Request, Response, read
from ...models.variation import Variation

if TYPE_CHECKING:
    from ...models.bulk_operations_request_body import BulkOperationsRequestBody


def parse(response: Response) -> dict[str, Variation]:
    """The result in a successful answer."""
    return read(
        response,
        "dict[str, Variation]",
        lambda data: {k0: Variation.from_dict(x0) for k0, x0 in entries(data).items() if x0 is not None},
    )


def request(project_id: int, flag_key: str, *, body: BulkOperationsRequestBody) -> Request[dict[str, Variation], Never]:
    """Archive variations.

    ``POST /projects/{project_id}/flags/{flag_key}/variations/archived``

    Archives variations of a flag.

    Args:
        project_id: Number of the project.
        flag_key: Key of the flag.
        body: what to send.
    """
    return Request(
        operation="archive_variations",
        method="POST",
        path_template="/projects/{project_id}/flags/{flag_key}/variations/archived",
        path=f"/projects/{number('project_id', project_id)}/flags/{segment('flag_key', flag_key)}/variations/archived",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
