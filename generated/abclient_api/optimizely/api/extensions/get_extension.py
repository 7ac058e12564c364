from __future__ import annotations

from ...._arguments import number
from ...._runtime import Request, Response, read_one
from ...models.extension import Extension


def parse(response: Response) -> Extension:
    """The result in a successful answer."""
    return read_one(response, Extension)


def request(extension_id: int) -> Request[Extension, Extension]:
    """Get an extension.

    ``GET /extensions/{extension_id}``

    One extension by its identifier.

    Args:
        extension_id: Identifier of the extension.
    """
    return Request(
        operation="get_extension",
        method="GET",
        path_template="/extensions/{extension_id}",
        path=f"/extensions/{number('extension_id', extension_id)}",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
