from __future__ import annotations

from typing import TYPE_CHECKING

from ...._models import dumps
from ...._runtime import Request, Response, read_one
from ...models.extension import Extension

if TYPE_CHECKING:
    from ...models.extension_create import ExtensionCreate


def parse(response: Response) -> Extension:
    """The result in a successful answer."""
    return read_one(response, Extension)


def request(*, body: ExtensionCreate) -> Request[Extension, Extension]:
    """Create an extension.

    ``POST /extensions``

    Creates an extension in the project the body names.

    Args:
        body: what to send.
    """
    return Request(
        operation="create_extension",
        method="POST",
        path_template="/extensions",
        path="/extensions",
        headers=(
            ("accept", "application/json"),
            ("content-type", "application/json"),
        ),
        body=dumps(body),
        parse=parse,
    )
