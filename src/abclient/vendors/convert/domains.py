"""Domains on which a project runs, and keys of the vendor's SDKs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar, Unpack, cast

from abclient_api._arguments import text
from abclient_api._runtime import Request
from abclient_api.convert import models
from abclient_api.convert.api import domains as domains_api
from abclient_api.convert.api import sdk_keys as sdk_keys_api

from ...errors import InvalidRequestError
from ...paging import PageOptions, Pager, SinglePage
from ...resource import Collection, Resource
from .._wrong_use import body_of
from ._base import ConvertCollection, Deletable, editable_in
from ._checks import not_empty

if TYPE_CHECKING:
    from ..._session import Session
    from ...paging import Pagination


class DomainFilters(models.GetDomainsListRequestDataFields, PageOptions, total=False):
    """Filters of domains."""


class Domain(Deletable["Domains"], models.Domain):
    """A domain; the generated model describes its attributes."""

    __slots__ = ()

    async def check_code(self, url: str | None = None) -> Domain:
        """Look whether a page of it has the tracking code, and remember it; see ``Domains.check_code``."""
        return await self._change(lambda: self._collection.check_code(self._id, url), "code_installed")


class Domains(ConvertCollection[Domain]):
    """The domains of a project. At ``domains`` of a project."""

    model = Domain
    _api = domains_api
    _named = ("domain", "domains")
    _bodies = (models.GetDomainsListRequestData, models.CreateDomainRequestData, models.UpdateDomainRequestData)
    editable: Iterable[str] = editable_in(models.UpdateDomainRequestData)

    def list(self, **filters: Unpack[DomainFilters]) -> Pager[Domain]:
        """The project's domains that match all filters. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            **filters: the vendor's filters, and those of ``PageOptions``.
        """
        return self._list(filters)

    async def count(self, **filters: Unpack[models.GetDomainsListRequestDataFields]) -> int:
        """How many match all filters."""
        return await self._count(filters)

    async def create(self, **fields: Unpack[models.CreateDomainRequestDataFields]) -> Domain:
        """Add a domain to the project."""
        return await self._add(fields)

    async def update(self, domain_id: int, /, **fields: Unpack[models.UpdateDomainRequestDataFields]) -> Domain:
        """Change the given fields."""
        return await self._change(domain_id, fields)

    async def find(self, url: str) -> Domain:
        """The domain that an address belongs to."""
        body = body_of(models.GetDomainByUrlRequestData, {"url": text("url", url)})
        return await self.one(self._request("get_domain_by_url", body=body))

    async def check_code(self, domain_id: int, url: str | None = None) -> Domain:
        """Look whether a page has the tracking code, and remember it.

        Args:
            domain_id: which domain.
            url: the page; by default the domain's own address.
        """
        body = body_of(models.CheckCodeDomainRequestData, {} if url is None else {"url": url})
        return await self.one(self._request("check_code_domain", domain_id, body=body))

    async def delete_many(self, domain_ids: Iterable[Domain | int]) -> models.BulkSuccessData:
        """Remove up to 100 domains; the response names those that failed."""
        return await self._in_bulk("delete", domain_ids)


class SdkKey(Resource["SdkKeys"], models.SdkKey):
    """A key of the SDKs; the generated model describes its attributes."""

    __slots__ = ()
    IDENTITY: ClassVar[str] = "sdk_key"

    async def delete(self) -> None:
        """Remove it at the vendor; the object stays as it is."""
        await self._collection.delete(self._id)


class SdkKeys(Collection[SdkKey, str]):
    """The keys of the SDKs of a project. At ``sdk_keys`` of a project. The secret is whole only after ``create``."""

    model = SdkKey
    pagination: Pagination = SinglePage()
    editable: Iterable[str] = editable_in(models.UpdateSdkKeyRequestData) - {"sdk_key", "sdk_secret"}

    def __init__(self, session: Session, *place: int) -> None:
        super().__init__(session)
        self._place: tuple[int, ...] = place

    def list(self) -> Pager[SdkKey]:
        """All keys of the project."""
        account, project = self._place
        return self.many(sdk_keys_api.get_sdk_keys_list.request(account, project))

    async def create(self, **fields: Unpack[models.CreateSdkKeyRequestDataFields]) -> SdkKey:
        """Add a key to the project."""
        account, project = self._place
        body = body_of(models.CreateSdkKeyRequestData, fields)
        return await self.one(sdk_keys_api.create_sdk_key.request(account, project, body=body))

    async def update(self, sdk_key: str, /, **fields: Unpack[models.UpdateSdkKeyRequestDataFields]) -> SdkKey:
        """Change the given fields."""
        account, project = self._place
        body = body_of(models.UpdateSdkKeyRequestData, not_empty(fields))
        return await self.one(sdk_keys_api.update_sdk_key.request(account, project, sdk_key, body=body))

    async def delete(self, sdk_key: str, /) -> None:
        """Remove a key."""
        account, project = self._place
        await self._session.send_raw(sdk_keys_api.delete_sdk_key.request(account, project, sdk_key))

    async def reload(self, item: SdkKey) -> SdkKey:
        """The key, found in the list, as the vendor has no other way."""
        async for found in self.list():
            if found.sdk_key == item.sdk_key:
                return found
        raise InvalidRequestError(f"the project has no key {item.sdk_key} any more")

    async def _save(self, item: SdkKey, changes: dict[str, Any]) -> SdkKey:
        return await self.update(self.id_of(item), **cast("Any", changes))

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        raise InvalidRequestError("the vendor gives no single key of the SDKs: list them")
