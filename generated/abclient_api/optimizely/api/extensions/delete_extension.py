from __future__ import annotations

from typing import Never

from ...._arguments import number
from ...._runtime import Request, Response, read_empty


def parse(response: Response) -> None:
    """The result in a successful answer."""
    read_empty(response)
    return None


def request(extension_id: int) -> Request[None, Never]:
    """Archive an extension.

    ``DELETE /extensions/{extension_id}``

    DELETE archives: the extension keeps existing and can be read. There is no body.

    Args:
        extension_id: Identifier of the extension.
    """
    return Request(
        operation="delete_extension",
        method="DELETE",
        path_template="/extensions/{extension_id}",
        path=f"/extensions/{number('extension_id', extension_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
