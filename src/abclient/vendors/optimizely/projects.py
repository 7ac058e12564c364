"""Projects, and what is set up once for each: environments and webhooks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Unpack

from abclient_api._runtime import Request
from abclient_api.optimizely import models
from abclient_api.optimizely.api import environments as environments_api
from abclient_api.optimizely.api import projects as projects_api
from abclient_api.optimizely.api import webhooks as webhooks_api

from ...paging import PageOptions as PlainPageOptions
from ...paging import Pager
from ...resource import Resource, written
from .._optimizely_bodies import Changes, body_of, change_of
from .._paging import checked_page_size
from ._base import Archivable, ArchivingCollection, OptimizelyCollection, PageOptions, as_int


class Project(Resource["Projects"], models.Project):
    """A project; the generated model describes its attributes. ``status = "archived"`` and ``save`` archive it."""

    __slots__ = ()


class Projects(OptimizelyCollection[Project]):
    """The account's projects. Made by ``Optimizely.projects``."""

    model = Project

    def list(
        self,
        *,
        filters: Sequence[str] | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[Project]:
        """All projects, or those that pass the vendor's filters.

        For unreadable items, see ``Pager.on_unreadable``.
        """
        return self.pages(projects_api.list_projects.request, paging, filter=filters)

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return projects_api.get_project.request(item_id)

    async def create(self, **fields: Unpack[models.ProjectCreateFields]) -> Project:
        """Create a project; the vendor's default platform is ``web``, Full Stack is ``custom``."""
        return await self.one(projects_api.create_project.request(body=body_of(models.ProjectCreate, fields)))

    async def update(self, project_id: int, /, **fields: Unpack[models.ProjectUpdateFields]) -> Project:
        """Change the given fields."""
        return await self.one(self._update_request(project_id, fields))

    def _update_request(self, item_id: int, fields: Mapping[str, Any]) -> Request[Any, Any]:
        return projects_api.update_project.request(item_id, body=change_of(models.ProjectUpdate, fields))


class Environment(Archivable["Environments"], models.Environment):
    """An environment of a project, with the address of its datafile."""

    __slots__ = ()

    async def load_datafile(self) -> dict[str, Any]:
        """The configuration that SDKs load, as it is."""
        return await self._collection.datafile(self._id)


class Environments(ArchivingCollection[Environment]):
    """Environments, by project. Made by ``Optimizely.environments``."""

    model = Environment

    def list(self, project_id: int, **paging: Unpack[PageOptions]) -> Pager[Environment]:
        """The environments of a project. For unreadable items, see ``Pager.on_unreadable``."""
        return self.pages(
            environments_api.list_environments.request, paging, project_id=as_int("project_id", project_id)
        )

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return environments_api.get_environment.request(item_id)

    async def create(self, **fields: Unpack[models.EnvironmentCreateFields]) -> Environment:
        """Create an environment."""
        checked = body_of(models.EnvironmentCreate, fields)
        return await self.one(environments_api.create_environment.request(body=checked))

    async def update(self, environment_id: int, /, **fields: Unpack[models.EnvironmentUpdateFields]) -> Environment:
        """Change the given fields."""
        return await self.one(self._update_request(environment_id, fields))

    def _update_request(self, item_id: int, fields: Mapping[str, Any]) -> Request[Any, Any]:
        return environments_api.update_environment.request(item_id, body=change_of(models.EnvironmentUpdate, fields))

    def _archive_request(self, item_id: int) -> Request[Any, Any]:
        return environments_api.delete_environment.request(item_id)

    async def datafile(self, environment_id: int) -> dict[str, Any]:
        """The configuration that SDKs load; its format is the SDKs' and not part of this API."""
        datafile: dict[str, Any] = await self._session.send(environments_api.get_datafile.request(environment_id))
        return datafile


class Webhook(Resource["Webhooks"], models.Webhook):
    """An address that is called when something changes."""

    __slots__ = ()

    async def delete(self) -> None:
        """Delete it, permanently."""
        await self._collection.delete(self._id)


class Webhooks(OptimizelyCollection[Webhook]):
    """Webhooks, by project. Made by ``Optimizely.webhooks``."""

    model = Webhook

    def list(
        self,
        project_id: int,
        *,
        page_token: str | None = None,
        page_window: int | None = None,
        **paging: Unpack[PlainPageOptions],
    ) -> Pager[Webhook]:
        """The webhooks of a project. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            project_id: which project.
            page_token: the page to begin with, from the links of another one; this list has no page numbers.
            page_window: how many pages before and after a page its links lead to; the vendor's default is 1.
            **paging: a page has at most 100 webhooks, by default 25.
        """
        request = webhooks_api.list_webhooks.request(
            project_id, page_token=page_token, page_window=page_window, per_page=checked_page_size(paging, most=100)
        )
        return self.many(request, paging)

    async def get(self, webhook_id: int | str, /) -> Webhook:
        """One webhook; an id that is text goes out as it is."""
        return await super().get(written(webhook_id))

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return webhooks_api.get_webhook.request(item_id)

    async def create(self, project_id: int, **fields: Unpack[models.WebhookCreateFields]) -> Webhook:
        """Create a webhook in a project."""
        checked = body_of(models.WebhookCreate, fields)
        return await self.one(webhooks_api.create_webhook.request(project_id, body=checked))

    async def update(self, webhook_id: int | str, /, **fields: Unpack[models.WebhookUpdateFields]) -> Webhook:
        """Change the given fields.

        The vendor's document requires all of them in each update, although no other kind needs that; ``Webhook.save``
        sends all of them.
        """
        return await self.one(self._update_request(written(webhook_id), fields))

    def _update_request(self, item_id: int, fields: Mapping[str, Any]) -> Request[Any, Any]:
        return webhooks_api.update_webhook.request(item_id, body=change_of(models.WebhookUpdate, fields))

    async def save_changes(self, item: Webhook, changes: dict[str, Any]) -> Webhook:
        """Send the changed attributes, and with them those that the vendor requires in every update of a webhook."""
        body = change_of(models.WebhookUpdate, Changes(changes))
        for name in _REQUIRED - changes.keys():
            if (value := getattr(item, name)) is not None:
                setattr(body, name, value)
        return await self.one(webhooks_api.update_webhook.request(self.id_of(item), body=body))

    async def delete(self, webhook_id: int | str, /) -> None:
        """Delete a webhook, permanently."""
        await self._session.send(webhooks_api.delete_webhook.request(written(webhook_id)))


_REQUIRED = frozenset({"description", "events", "name", "url"})
