from __future__ import annotations

from typing import Any, Never

from ...._arguments import number
from ...._runtime import Request, Response, read_object


def parse(response: Response) -> dict[str, Any]:
    """The result in a successful answer."""
    return read_object(response)


def request(environment_id: int) -> Request[dict[str, Any], Never]:
    """Get the datafile of an environment.

    ``GET /environments/{environment_id}/datafile``

    The configuration that SDKs load, as it is; its format is the SDKs' and not part of this API.

    Args:
        environment_id: Identifier of the environment.
    """
    return Request(
        operation="get_datafile",
        method="GET",
        path_template="/environments/{environment_id}/datafile",
        path=f"/environments/{number('environment_id', environment_id)}/datafile",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
