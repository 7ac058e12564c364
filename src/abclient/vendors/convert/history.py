"""What visitors do, and what users changed, in an account, a project or an experience."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, cast

from abclient_api._runtime import Body, Request, Response, Unreadable, each_item, read
from abclient_api.convert import models

from ..._keywords import selected
from ..._session import Session
from ...errors import DecodeError
from ...paging import PageOptions, Pager
from ...resource import rows
from .._wrong_use import body_of
from ._paging import BY_COUNT, first_page


def changes(
    session: Session, request: Callable[..., Request[Any, Any]], kind: type[Body], asked: Mapping[str, Any]
) -> Pager[models.ChangeHistory]:
    """The list of changes, page by page.

    Args:
        session: what it is loaded through.
        request: makes the request of a body.
        kind: of the body.
        asked: the filters and the options of paging.
    """
    paging = cast("PageOptions", selected(asked, PageOptions))
    body = body_of(kind, {name: value for name, value in asked.items() if name not in paging and value is not None})
    for name, value in first_page(paging).items():
        setattr(body, name, value)

    def decode(request: Request[Any, Any], response: Response) -> list[models.ChangeHistory | DecodeError]:
        def items(data: Any) -> list[models.ChangeHistory | Unreadable]:
            return each_item(models.ChangeHistory, rows(data, request.items, request.page))

        found = session.decode(request, response, lambda response: read(response, "ChangeHistory", items))
        return [session.item_error(request, response, one) if isinstance(one, Unreadable) else one for one in found]

    # One object may have been changed often: changes have no ids that would tell them apart.
    return Pager(
        session,
        request(body=body),
        decode,
        BY_COUNT,
        prefetch=bool(paging.get("prefetch")),
        identity=lambda change: None,
    )


async def live_data(
    session: Session, request: Callable[..., Request[Any, Any]], kind: type[Body], asked: Mapping[str, Any]
) -> list[models.LiveDataEvent]:
    """The last events, at most 100."""
    body = body_of(kind, {name: value for name, value in asked.items() if value is not None})
    found: models.LiveDataEventsListResponseData = await session.send(request(body=body))
    return found.data or []
