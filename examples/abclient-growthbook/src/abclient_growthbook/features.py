"""Feature flags, as version 2 of their operations has them: one list of rules for all environments."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Unpack

from abclient import Pager, Resource
from abclient_api._runtime import Request, from_fields

from .paging import GrowthBookCollection
from .rest import models
from .rest.api import features as api


class Feature(Resource["Features"], models.Feature):
    """A feature flag; ``id`` is its key."""

    __slots__ = ()

    async def toggle(self, environments: Mapping[str, bool], *, reason: str | None = None) -> Feature:
        """Turn it on or off in environments, by their ids; the object is updated from the response."""
        return await self._change(lambda: self._collection.toggle(self.id, environments, reason=reason))

    async def archive(self) -> Feature:
        """Hide it from lists; SDKs no longer get it."""
        return await self._change(lambda: self._collection.update(self.id, archived=True), "archived")

    async def unarchive(self) -> Feature:
        """Undo ``archive``."""
        return await self._change(lambda: self._collection.update(self.id, archived=False), "archived")

    async def delete(self) -> None:
        """Delete it for good; ``archive`` hides it."""
        await self._collection.delete(self.id)


class Features(GrowthBookCollection[Feature]):
    """The feature flags of all projects."""

    model = Feature
    envelope: str | None = "feature"
    editable: Iterable[str] = (
        *("archived", "custom_fields", "default_value", "description", "owner", "prerequisites", "project"),
        *("rules", "tags"),
    )

    def list(
        self,
        *,
        project_id: str | None = None,
        client_key: str | None = None,
        archived: bool | None = None,
        page_size: int | None = None,
        prefetch: bool = False,
    ) -> Pager[Feature]:
        """All features that fit.

        Args:
            project_id: of a project.
            client_key: those that the SDK connection with this client key gets.
            archived: whether archived ones are listed, too.
            page_size: how many per request, at most 100; the vendor's default is 10.
            prefetch: load the next page while the current one is being used.
        """
        request = api.list_features_v2.request(
            limit=page_size, project_id=project_id, client_key=client_key, archived=archived
        )
        return self._paged(request, prefetch=prefetch)

    async def create(self, **fields: Unpack[models.FeatureCreateFields]) -> Feature:
        """Make a feature, which is live at once."""
        return await self._answered(api.post_feature_v2.request(body=from_fields(models.FeatureCreate, fields)))

    async def update(self, feature_id: str, **fields: Unpack[models.FeatureUpdateFields]) -> Feature:
        """Change what is given; rules and tags are replaced as a whole."""
        body = from_fields(models.FeatureUpdate, fields)
        return await self._answered(api.update_feature_v2.request(feature_id, body=body))

    async def toggle(self, feature_id: str, environments: Mapping[str, bool], *, reason: str | None = None) -> Feature:
        """Turn a feature on or off in environments, by their ids."""
        given = {} if reason is None else {"reason": reason}
        body = from_fields(models.FeatureToggle, {"environments": dict(environments), **given})
        return await self._answered(api.toggle_feature_v2.request(feature_id, body=body))

    async def delete(self, feature_id: str) -> None:
        """Delete a feature for good."""
        await self._session.send(api.delete_feature_v2.request(feature_id))

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        return api.get_feature_v2.request(item_id)

    async def _save(self, item: Feature, changes: dict[str, Any]) -> Feature:
        body = self._changed(models.FeatureUpdate, item, changes)
        return await self._answered(api.update_feature_v2.request(item.id, body=body))
