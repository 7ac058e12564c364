from __future__ import annotations

from typing import TYPE_CHECKING

from ...._arguments import number
from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.extension import Extension

if TYPE_CHECKING:
    from ...models.extension_update import ExtensionUpdate


def parse(response: Response) -> Extension:
    """The result in a successful answer."""
    return read_one(response, Extension)


def request(extension_id: int, *, body: ExtensionUpdate) -> Request[Extension, Extension]:
    """Change an extension.

    ``PATCH /extensions/{extension_id}``

    Changes the fields sent.

    Args:
        extension_id: Identifier of the extension.
        body: what to send.
    """
    return Request(
        operation="update_extension",
        method="PATCH",
        path_template="/extensions/{extension_id}",
        path=f"/extensions/{number('extension_id', extension_id)}",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
