"""How callers say what the pages of a list are to be, at every vendor that has pages."""

from __future__ import annotations

from typing import Any

from abclient_api._arguments import whole

from .._keywords import check_options
from ..paging import PageOptions


def checked_page_size(paging: PageOptions, kind: type[Any] = PageOptions, *, most: int | None = None) -> int | None:
    """The size of a page, once all options are certain to be possible; None where the vendor decides.

    Args:
        paging: what a list call was given.
        kind: the ``TypedDict`` of what it takes.
        most: the largest page that the vendor has.

    Raises:
        TypeError: there is no such option, or the size is not a whole number.
        ValueError: the size is below 1, or above what the vendor has.
    """
    check_options(paging, kind, "a list call")
    size = paging.get("page_size")
    if size is not None:
        whole(1, most)("page_size", size)
    return size
