"""Contexts: what flags are evaluated for, their kinds and their attributes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Unpack, cast

from abclient_api._arguments import flag
from abclient_api.launchdarkly import models
from abclient_api.launchdarkly.api import contexts as api

from ...paging import PageOptions, Pager
from ...resource import Collection as _Collection
from ...resource import Resource
from .._paging import checked_page_size
from .._wrong_use import body_of
from ._paging import BY_LINK, BY_TOKEN

if TYPE_CHECKING:
    from ..._session import Session
    from ...paging import Pagination

_LARGEST_PAGE = 50
"""In the vendor's document of searchContexts."""


class ContextKind(Resource["ContextKinds"], models.ContextKindRep):
    """A kind of context, such as user or device; the generated model describes its attributes."""

    __slots__ = ()
    IDENTITY: ClassVar[str] = "key"


class ContextKinds(_Collection[ContextKind, str]):
    """The kinds of contexts of a project. Made by ``LaunchDarkly.context_kinds``."""

    model = ContextKind
    pagination: Pagination = BY_LINK

    def __init__(self, session: Session, project_key: str) -> None:
        super().__init__(session)
        self.project_key = project_key

    def list(self, *, observations: bool = False, **paging: Unpack[PageOptions]) -> Pager[ContextKind]:
        """All kinds of contexts of the project.

        Args:
            observations: whether to include when each was seen, by environment.
            **paging: as ``PageOptions`` describes; the vendor has one page.
        """
        checked_page_size(paging)
        expand = "environmentObservations" if flag("observations", observations) == "true" else None
        return self.many(api.get_context_kinds_by_project_key.request(self.project_key, expand=expand), paging)

    async def put(self, key: str, **fields: Unpack[models.UpsertContextKindPayloadFields]) -> models.UpsertResponseRep:
        """Create a kind of context, or replace the one with this key; experiments can then split traffic by it."""
        body = body_of(models.UpsertContextKindPayload, fields)
        return await self._session.send(api.put_context_kind.request(self.project_key, key, body=body))


class Context(Resource["Contexts"], models.ContextRecord):
    """A context as it was seen last: ``context`` has its kind, key and attributes."""

    __slots__ = ()

    def __hash__(self) -> int:
        raise TypeError("a Context has no id of its own, so that it cannot be hashed")


class Contexts(_Collection[Context, str]):
    """The contexts of an environment. Made by ``LaunchDarkly.contexts``."""

    model = Context
    pagination: Pagination = BY_TOKEN

    def __init__(self, session: Session, project_key: str, environment_key: str) -> None:
        super().__init__(session)
        self.project_key = project_key
        self.environment_key = environment_key

    def search(
        self,
        *,
        filter: str | None = None,  # noqa: A002  # the vendor's name
        sort: str | None = None,
        include_total_count: bool | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[Context]:
        """The contexts that a filter finds. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            filter: the vendor's conditions, such as ``'kindKeys:{"contains":["user:a"]}'``.
            sort: the vendor refuses what it does not know with 400.
            include_total_count: False makes the search faster.
            **paging: as ``PageOptions`` describes; the vendor's default is 20 per request, and 50 the most.
        """
        request = api.search_contexts.request(
            self.project_key,
            self.environment_key,
            body=models.ContextSearch(),
            filter=filter,
            sort=sort,
            include_total_count=include_total_count,
            limit=checked_page_size(paging, most=_LARGEST_PAGE),
        )
        return self.many(request, paging)

    def list(
        self,
        *,
        kind: str,
        key: str,
        filter: str | None = None,  # noqa: A002  # the vendor's name
        **paging: Unpack[PageOptions],
    ) -> Pager[Context]:
        """The contexts with this kind and key; several if they came from several applications."""
        request = api.get_contexts.request(
            self.project_key,
            self.environment_key,
            kind,
            key,
            filter=filter,
            limit=checked_page_size(paging, most=_LARGEST_PAGE),
        )
        return self.many(request, paging)

    def evaluate(self, context: Mapping[str, Any], **paging: Unpack[PageOptions]) -> Pager[Evaluation]:
        """What all flags give to a context, such as ``{"kind": "user", "key": "a"}``; it is stored nowhere."""
        request = api.evaluate_context_instance.request(
            self.project_key, self.environment_key, body=_context(context), limit=checked_page_size(paging)
        )
        return _Evaluations(self._session).many(request, paging)

    async def attribute_names(
        self,
        *,
        filter: str | None = None,  # noqa: A002  # the vendor's name
        limit: int | None = None,
    ) -> models.ContextAttributeNamesCollection:
        """The names of attributes that contexts have, by kind.

        Args:
            filter: the vendor's conditions, such as ``'kind:["user"],name:{"startsWith":"co"}'``.
            limit: how many at most.
        """
        request = api.get_context_attribute_names.request(
            self.project_key, self.environment_key, filter=filter, limit=limit
        )
        return await self._session.send(request)

    async def attribute_values(
        self,
        name: str,
        *,
        filter: str | None = None,  # noqa: A002  # the vendor's name
        limit: int | None = None,
    ) -> models.ContextAttributeValuesCollection:
        """The values of an attribute that contexts have, by kind.

        Args:
            name: of the attribute.
            filter: the vendor's conditions, such as ``'value:{"startsWith":"C"}'``.
            limit: how many at most.
        """
        request = api.get_context_attribute_values.request(
            self.project_key, self.environment_key, name, filter=filter, limit=limit
        )
        return await self._session.send(request)


class Evaluation(Resource["_Evaluations"], models.ContextInstanceEvaluation):
    """What a flag gives to a context, and why."""

    __slots__ = ()
    IDENTITY: ClassVar[str] = "key"


class _Evaluations(_Collection[Evaluation, str]):
    model = Evaluation
    pagination: Pagination = BY_LINK


def _context(context: object) -> dict[str, Any]:
    if not isinstance(context, Mapping) or "kind" not in context:
        example = '{"kind": "user", "key": "a"}'
        raise TypeError(f"context must be a mapping with a kind, such as {example}, not {context!r}")
    return dict(cast("Mapping[str, Any]", context))
