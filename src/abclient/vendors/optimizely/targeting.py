"""Who and what an experiment is about: attributes, list attributes, audiences, pages and events."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Unpack

from abclient_api._runtime import Request
from abclient_api.optimizely import models
from abclient_api.optimizely.api import attributes as attributes_api
from abclient_api.optimizely.api import audiences as audiences_api
from abclient_api.optimizely.api import events as events_api
from abclient_api.optimizely.api import list_attributes as list_attributes_api
from abclient_api.optimizely.api import pages as pages_api

from ...errors import InvalidRequestError
from ...paging import Pager
from ...resource import Resource, written
from .._optimizely_bodies import Changes, body_of, change_of
from .._wrong_use import check_item
from ._base import Archivable, ArchivingCollection, OptimizelyCollection, PageOptions, as_int


class Attribute(Archivable["Attributes"], models.Attribute):
    """An attribute of visitors that audiences and segments can use."""

    __slots__ = ()


class Attributes(ArchivingCollection[Attribute]):
    """Attributes of visitors, by project. Made by ``Optimizely.attributes``."""

    model = Attribute

    def list(self, project_id: int, **paging: Unpack[PageOptions]) -> Pager[Attribute]:
        """The attributes of a project. For unreadable items, see ``Pager.on_unreadable``."""
        return self.pages(attributes_api.list_attributes.request, paging, project_id=as_int("project_id", project_id))

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return attributes_api.get_attribute.request(item_id)

    async def create(self, **fields: Unpack[models.AttributeCreateFields]) -> Attribute:
        """Create an attribute; its key may hold blanks."""
        return await self.one(attributes_api.create_attribute.request(body=body_of(models.AttributeCreate, fields)))

    async def update(self, attribute_id: int, /, **fields: Unpack[models.AttributeUpdateFields]) -> Attribute:
        """Change the given fields."""
        return await self.one(self._update_request(attribute_id, fields))

    def _update_request(self, item_id: int, fields: Mapping[str, Any]) -> Request[Any, Any]:
        return attributes_api.update_attribute.request(item_id, body=change_of(models.AttributeUpdate, fields))

    def _archive_request(self, item_id: int) -> Request[Any, Any]:
        return attributes_api.delete_attribute.request(item_id)


class ListAttribute(Archivable["ListAttributes"], models.ListAttribute):
    """A list of values that a cookie, query parameter, zip code or variable is looked up in."""

    __slots__ = ()


class ListAttributes(ArchivingCollection[ListAttribute]):
    """List attributes, by project. Made by ``Optimizely.list_attributes``."""

    model = ListAttribute

    def list(self, project_id: int) -> Pager[ListAttribute]:
        """The list attributes of a project; the vendor returns all at once.

        For unreadable items, see ``Pager.on_unreadable``.
        """
        return self.many(list_attributes_api.list_list_attributes.request(project_id=as_int("project_id", project_id)))

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return list_attributes_api.get_list_attribute.request(item_id)

    async def create(self, **fields: Unpack[models.ListAttributeCreateFields]) -> ListAttribute:
        """Create a list attribute; ``list_content`` is its values, separated by commas."""
        checked = body_of(models.ListAttributeCreate, fields)
        return await self.one(list_attributes_api.create_list_attribute.request(body=checked))

    async def update(
        self, list_attribute_id: int, /, **fields: Unpack[models.ListAttributeUpdateFields]
    ) -> ListAttribute:
        """Change the given fields; ``list_content`` replaces what the list holds."""
        return await self.one(self._update_request(list_attribute_id, fields))

    def _update_request(self, item_id: int, fields: Mapping[str, Any]) -> Request[Any, Any]:
        return list_attributes_api.update_list_attribute.request(
            item_id, body=change_of(models.ListAttributeUpdate, fields)
        )

    def _archive_request(self, item_id: int) -> Request[Any, Any]:
        return list_attributes_api.archive_list_attribute.request(item_id)


class Audience(Resource["Audiences"], models.Audience):
    """An audience. Its ``conditions`` are nested lists, at the vendor text; set ``archived`` to archive it."""

    __slots__ = ()


class Audiences(OptimizelyCollection[Audience]):
    """Audiences, by project. Made by ``Optimizely.audiences``."""

    model = Audience

    def list(
        self,
        project_id: int,
        *,
        archived: bool | None = None,
        for_journey: bool | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[Audience]:
        """The audiences of a project. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            project_id: which project.
            archived: only archived ones, or only those that are not.
            for_journey: only those that have been part of a journey, or only those that have not.
            **paging: as ``PageOptions`` describes.
        """
        return self.pages(
            audiences_api.list_audiences.request,
            paging,
            project_id=as_int("project_id", project_id),
            archived=archived,
            for_journey=for_journey,
        )

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return audiences_api.get_audience.request(item_id)

    async def create(self, **fields: Unpack[models.AudienceCreateFields]) -> Audience:
        """Create an audience; conditions on an attribute name it by its name, not by its key."""
        return await self.one(audiences_api.create_audience.request(body=body_of(models.AudienceCreate, fields)))

    async def update(self, audience_id: int, /, **fields: Unpack[models.AudienceUpdateFields]) -> Audience:
        """Change the given fields."""
        return await self.one(self._update_request(audience_id, fields))

    def _update_request(self, item_id: int, fields: Mapping[str, Any]) -> Request[Any, Any]:
        return audiences_api.update_audience.request(item_id, body=change_of(models.AudienceUpdate, fields))


class Page(Archivable["Pages"], models.Page):
    """A page of a web project: where an experiment runs."""

    __slots__ = ()


class Pages(ArchivingCollection[Page]):
    """Pages of web projects. Made by ``Optimizely.pages``."""

    model = Page

    def list(self, project_id: int, **paging: Unpack[PageOptions]) -> Pager[Page]:
        """The pages of a project. For unreadable items, see ``Pager.on_unreadable``."""
        return self.pages(pages_api.list_pages.request, paging, project_id=as_int("project_id", project_id))

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return pages_api.get_page.request(item_id)

    async def create(self, **fields: Unpack[models.PageCreateFields]) -> Page:
        """Create a page."""
        return await self.one(pages_api.create_page.request(body=body_of(models.PageCreate, fields)))

    async def update(self, page_id: int, /, **fields: Unpack[models.PageUpdateFields]) -> Page:
        """Change the given fields."""
        return await self.one(self._update_request(page_id, fields))

    def _update_request(self, item_id: int, fields: Mapping[str, Any]) -> Request[Any, Any]:
        return pages_api.update_page.request(item_id, body=change_of(models.PageUpdate, fields))

    def _archive_request(self, item_id: int) -> Request[Any, Any]:
        return pages_api.delete_page.request(item_id)


class Event(Resource["Events"], models.Event):
    """An event of any kind. Custom and click events can be changed and archived; the others belong to the vendor."""

    __slots__ = ()

    async def archive(self) -> None:
        """Archive it: it stays readable, and this object stays as it is until ``refresh``."""
        await self._collection.archive(self)


class Events(OptimizelyCollection[Event]):
    """Events, by project. Custom events belong to a project, click events to a page. Made by ``Optimizely.events``."""

    model = Event

    def list(
        self,
        project_id: int,
        *,
        include_classic: bool | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[Event]:
        """The events of a project, of all kinds; with ``include_classic`` also those of Optimizely Classic.

        For unreadable items, see ``Pager.on_unreadable``.
        """
        return self.pages(
            events_api.list_events.request,
            paging,
            project_id=as_int("project_id", project_id),
            include_classic=include_classic,
        )

    async def get(self, event_id: int, /, *, include_classic: bool | None = None) -> Event:
        """One event, of any kind; with ``include_classic`` also one of Optimizely Classic."""
        return await self.one(events_api.get_event.request(event_id, include_classic=include_classic))

    async def create_custom(self, project_id: int, /, **fields: Unpack[models.CustomEventCreateFields]) -> Event:
        """Create an event that your own code reports."""
        checked = body_of(models.CustomEventCreate, fields)
        return await self._event(events_api.create_custom_event.request(project_id, body=checked))

    async def update_custom(
        self, project_id: int, event_id: int, /, **fields: Unpack[models.CustomEventUpdateFields]
    ) -> Event:
        """Change the given fields, of a custom event."""
        return await self._update_custom(project_id, event_id, fields)

    async def archive_custom(self, project_id: int, event_id: int) -> None:
        """Archive a custom event: it stays readable."""
        await self._session.send(events_api.delete_custom_event.request(project_id, event_id))

    async def create_click(self, page_id: int, /, **fields: Unpack[models.InPageEventCreateFields]) -> Event:
        """Create an event for clicks on a part of a page, which the vendor also calls an in-page event."""
        checked = body_of(models.InPageEventCreate, fields)
        return await self._event(events_api.create_in_page_event.request(page_id, body=checked))

    async def update_click(
        self, page_id: int, event_id: int, /, **fields: Unpack[models.InPageEventUpdateFields]
    ) -> Event:
        """Change the given fields, of a click event."""
        return await self._update_click(page_id, event_id, fields)

    async def archive_click(self, page_id: int, event_id: int) -> None:
        """Archive a click event: it stays readable."""
        await self._session.send(events_api.delete_in_page_event.request(page_id, event_id))

    async def archive(self, event: Event, /) -> None:
        """Archive a custom or click event, whichever it is."""
        check_item("event", event, lambda one: isinstance(one, Event), "an event")
        if _is_custom(event):
            await self.archive_custom(_project_of(event), self.id_of(event))
        else:
            await self.archive_click(_page_of(event), self.id_of(event))

    async def save_changes(self, item: Event, changes: dict[str, Any]) -> Event:
        """Send the changed attributes of a custom or click event, where all of them can be changed."""
        if _is_custom(item):
            return await self._update_custom(_project_of(item), self.id_of(item), Changes(changes))
        return await self._update_click(_page_of(item), self.id_of(item), Changes(changes))

    async def reload(self, item: Event) -> Event:
        """The event, loaded anew; one of Classic is found only where those are asked for."""
        return await self.get(self.id_of(item), include_classic=item.is_classic or None)

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return events_api.get_event.request(item_id)

    async def _update_custom(self, project_id: int, event_id: int, fields: Mapping[str, Any]) -> Event:
        body = change_of(models.CustomEventUpdate, fields)
        return await self._event(events_api.update_custom_event.request(project_id, event_id, body=body))

    async def _update_click(self, page_id: int, event_id: int, fields: Mapping[str, Any]) -> Event:
        body = change_of(models.InPageEventUpdate, fields)
        return await self._event(events_api.update_in_page_event.request(page_id, event_id, body=body))

    async def _event(self, request: Request[Any, Any]) -> Event:
        """A custom or click event lacks fields of an event, but has none that an event lacks."""
        return await self.one(request)


def _is_custom(event: Event) -> bool:
    if event.event_type not in ("custom", "click"):
        raise InvalidRequestError(f"Optimizely lets custom and click events be changed, not {event.event_type}")
    return event.event_type == "custom"


def _project_of(event: Event) -> int:
    return as_int("project_id", written(event.project_id))


def _page_of(event: Event) -> int:
    """The page that the vendor has it on, which is not the one it is to be moved to."""
    loaded: Mapping[str, Any] = getattr(event, "_raw", {})
    return as_int("page_id", written(loaded.get("page_id", event.page_id)))
