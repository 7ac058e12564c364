"""What all collections of a project have in common: where they are, lists by token, and changes by JSON patch."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from abclient_api._runtime import Request, Response, Undecodable, answered, read
from abclient_api.optimizely_flags import models

from ..._session import Session
from ...errors import ABClientError, InvalidRequestError
from ...events import LOGGER
from ...paging import PageOptions, Pager, Pagination
from ...resource import Collection, Resource, Snapshot, identity_of
from .._paging import checked_page_size
from .._wrong_use import check_several
from ._paging import BY_TOKEN
from ._patch import between, put

ID = TypeVar("ID")
K = TypeVar("K")
R = TypeVar("R", bound=Resource[Any])

Send = Callable[[list[models.PatchRequestBody]], Awaitable[R]]
SessionOf = Callable[[str], Session]
"""Gives what sends the operations of a generated package."""


class ProjectCollection(Collection[R, ID]):
    """The resources of one kind in a project."""

    pagination: Pagination = BY_TOKEN

    def __init__(self, session: Session, project_id: int, session_of: SessionOf) -> None:
        super().__init__(session)
        self.project_id = project_id
        self._session_of = session_of

    def _pages(self, ask: Callable[..., Request[Any, Any]], paging: PageOptions, *path: Any, **query: Any) -> Pager[R]:
        """The list in the response to a request."""
        size = checked_page_size(paging)
        return self.many(ask(self.project_id, *path, **query, per_page=size), paging)

    async def _saved(self, item: R, changes: Iterable[str], prefix: str, send: Send[R]) -> R:
        """The resource after a patch with what changed; loaded anew if it was only written otherwise."""
        steps = steps_for(item, changes, prefix)
        return await (send(steps) if steps else self.reload(item))

    async def _entry(self, request: Request[Any, Any], key: object) -> R:
        """The resource that the response, which has several by key, has under this one."""
        key_sent(self.model.IDENTITY, key)
        response = await self._session.send_raw(request)

        def parse(response: Response) -> R:
            def entry(data: Any) -> R:
                found = data.get(str(key)) if data.__class__ is dict else None
                # Of a response about a single one, the vendor's examples do not always have the key.
                if found is None and data.__class__ is dict and len(data) == 1:
                    found = next(iter(data.values()))
                one = answered(self.model, found)
                if identity_of(one) is not None and str(identity_of(one)) != str(key):
                    raise Undecodable(self.model.__name__, self.model.IDENTITY, "is that of another one")
                return one.bind(Snapshot(self, json.dumps(found).encode(), None, response.loads), 0)

            return read(response, self.model.__name__, entry)

        return self._session.decode(request, response, parse)

    async def _entries(self, request: Request[Mapping[str, Any], Any]) -> list[str]:
        """The keys in the response to a request that changes several."""
        return [*await self._session.send(request)]


async def read_again(collection: Collection[R, Any], item: R, known: Mapping[str, Any]) -> R:
    """A resource after a change; what is known of it if it cannot be loaded, because the change was made.

    Args:
        collection: what it is loaded through.
        item: the resource.
        known: what it has now, as far as that is known, as JSON.
    """
    try:
        return await collection.reload(item)
    except ABClientError as error:  # raised, it would ask for a change again that was made
        LOGGER.warning(
            "optimizely_flags made the change to %s %r, but loading it again failed (%s): refresh loads it",
            type(item).__name__,
            identity_of(item),
            type(error).__name__,
        )
        document = {**as_loaded(item), **known}
        return type(item).from_dict(document).bind(Snapshot(collection, json.dumps(document).encode(), None), 0)


def steps_for(item: Resource[Any], changes: Iterable[str], prefix: str) -> list[models.PatchRequestBody]:
    """The patch that makes what was loaded what the resource is now, as far as these attributes go.

    It fails as a whole if others changed a list meanwhile that it replaces, or a share.

    Args:
        item: the resource.
        changes: attributes.
        prefix: the place of the resource in the document that is patched.
    """
    before, after = as_loaded(item), item.to_dict()
    steps: list[models.PatchRequestBody] = []
    for name in sorted(changes):
        key = item.FIELDS[name]
        if key in before:
            steps += between({key: before[key]}, {key: after.get(key)}, prefix)
        else:
            steps += put(before, key, after.get(key), prefix)
    return steps


def as_loaded(item: Resource[Any]) -> dict[str, Any]:
    """The resource as the vendor's response had it, as JSON."""
    return item._as_loaded().to_dict()  # pyright: ignore[reportPrivateUsage]  # of our own


def known(what: str, *values: object) -> None:
    """Refuse to go on without what the response should have said of a resource.

    Raises:
        InvalidRequestError: one of the values is None.
    """
    if None in values:
        raise InvalidRequestError(f"the vendor's answer does not say {what}, so nothing was sent")


def keys_sent(name: str, keys: str | int | Iterable[str | int]) -> list[str]:
    """One key, or several.

    Raises:
        TypeError: one of them is neither text nor a whole number.
        ValueError: there is none.
    """
    if not isinstance(keys, str | int):
        check_several(name, keys, "keys")
    several: Sequence[Any] = [keys] if isinstance(keys, str | int) else [*keys]
    if not several:
        raise ValueError(f"{name} must name at least one")
    return [key_sent(name, key) for key in several]


def key_sent(name: str, key: object) -> str:
    """A key, or a number that stands for one.

    Raises:
        TypeError: it is neither text nor a whole number.
        ValueError: it is empty.
    """
    if not isinstance(key, str | int) or isinstance(key, bool):
        raise TypeError(f"{name} must be of type str or int, not {type(key).__name__}")
    if key == "":
        raise ValueError(f"{name} must not be empty")
    return str(key)
