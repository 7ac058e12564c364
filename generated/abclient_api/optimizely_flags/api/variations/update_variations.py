from __future__ import annotations

from typing import TYPE_CHECKING, Never

from ...._arguments import number, segment
from ...._models import dumps, entries
from ...._runtime import Request, Response, read
from ...models.variation import Variation

if TYPE_CHECKING:
    from ...models.patch_request_body import PatchRequestBody


def parse(response: Response) -> dict[str, Variation]:
    """The result in a successful answer."""
    return read(
        response,
        "dict[str, Variation]",
        lambda data: {k0: Variation.from_dict(x0) for k0, x0 in entries(data).items() if x0 is not None},
    )


def request(project_id: int, flag_key: str, *, body: list[PatchRequestBody]) -> Request[dict[str, Variation], Never]:
    """Change variations.

    ``PATCH /projects/{project_id}/flags/{flag_key}/variations``

    Changes variations of a flag by a JSON patch whose paths begin with the key of a variation.

    Args:
        project_id: Number of the project.
        flag_key: Key of the flag.
        body: what to send.
    """
    return Request(
        operation="update_variations",
        method="PATCH",
        path_template="/projects/{project_id}/flags/{flag_key}/variations",
        path=f"/projects/{number('project_id', project_id)}/flags/{segment('flag_key', flag_key)}/variations",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json-patch+json"),
        ),
        body=dumps(body),
        parse=parse,
    )
