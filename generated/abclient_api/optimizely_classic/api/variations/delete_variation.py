from __future__ import annotations

from typing import Never

from ...._arguments import number
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(variation_id: int) -> Request[None, Never]:
    """Delete a variation.

    ``DELETE /variations/{variation_id}``

    Takes the variation out of its experiment. Editing `variation_ids` of the experiment is not supported.

    Args:
        variation_id: Id of the variation.
    """
    return Request(
        operation="deleteVariation",
        method="DELETE",
        path_template="/variations/{variation_id}",
        path=f"/variations/{number('variation_id', variation_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
