"""What projects are made of beside experiments: features, exclusion groups, extensions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from abclient_api.optimizely import models
from abclient_api.optimizely.api import extensions as extensions_api
from abclient_api.optimizely.api import features as features_api
from abclient_api.optimizely.api import groups as groups_api

from ...paging import Pager
from ._bodies import body_of
from ._kind import Archivable, Kind, turn, whole


class Feature(Archivable, models.Feature):
    """A feature flag with its variables, and its rollout by environment.

    A rollout rule's ``percentage_included`` is in basis points: 10000 is everybody. A rule names its audiences by
    ``audience_ids`` or by ``audience_conditions``. Values of variables are text, whatever the variable's type.
    """

    __slots__ = ()


class Features(Kind[Feature]):
    """Feature flags, by project. Made by ``Optimizely.features``.

    The vendor does not offer them in projects that were made for Flags, as all Full Stack projects since February 2021.
    """

    model = Feature

    def list(
        self, project_id: int, *, page: int | None = None, per_page: int | None = None, prefetch: bool = False
    ) -> Pager[Feature]:
        """The features of a project. Items that cannot be read: see ``Pager.on_unreadable``."""
        request = features_api.list_features.request(project_id=whole("project_id", project_id), **turn(page, per_page))
        return self.pages(request, prefetch=prefetch)

    async def get(self, feature_id: int) -> Feature:
        """One feature."""
        return await self.one(features_api.get_feature.request(feature_id))

    async def create(self, body: models.FeatureCreate | Mapping[str, Any]) -> Feature:
        """Create a feature; its environments are keyed as the project's environments are."""
        return await self.one(features_api.create_feature.request(body=body_of(models.FeatureCreate, body)))

    async def update(self, feature_id: int, body: models.FeatureUpdate | Mapping[str, Any]) -> Feature:
        """Change the fields in the body; a variable that exists carries its ``id``."""
        checked = body_of(models.FeatureUpdate, body)
        return await self.one(features_api.update_feature.request(feature_id, body=checked))

    async def archive(self, feature_id: int) -> None:
        """Archive a feature: it stays readable."""
        await self._session.send(features_api.delete_feature.request(feature_id))


class Group(Archivable, models.Group):
    """A group of experiments or campaigns of which a visitor takes part in one only; weights are in basis points."""

    __slots__ = ()


class Groups(Kind[Group]):
    """Exclusion groups, by project. Made by ``Optimizely.groups``."""

    model = Group

    def list(
        self, project_id: int, *, page: int | None = None, per_page: int | None = None, prefetch: bool = False
    ) -> Pager[Group]:
        """The groups of a project. Items that cannot be read: see ``Pager.on_unreadable``."""
        request = groups_api.list_groups.request(project_id=whole("project_id", project_id), **turn(page, per_page))
        return self.pages(request, prefetch=prefetch)

    async def get(self, group_id: int) -> Group:
        """One group."""
        return await self.one(groups_api.get_group.request(group_id))

    async def create(self, body: models.GroupCreate | Mapping[str, Any]) -> Group:
        """Create a group."""
        return await self.one(groups_api.create_group.request(body=body_of(models.GroupCreate, body)))

    async def update(self, group_id: int, body: models.GroupUpdate | Mapping[str, Any]) -> Group:
        """Change the fields in the body."""
        return await self.one(groups_api.update_group.request(group_id, body=body_of(models.GroupUpdate, body)))

    async def archive(self, group_id: int) -> None:
        """Archive a group: it stays readable."""
        await self._session.send(groups_api.delete_group.request(group_id))


class Extension(Archivable, models.Extension):
    """A template of the visual editor, with its fields."""

    __slots__ = ()


class Extensions(Kind[Extension]):
    """Extensions of the visual editor, by project. Made by ``Optimizely.extensions``."""

    model = Extension

    def list(
        self, project_id: int, *, page: int | None = None, per_page: int | None = None, prefetch: bool = False
    ) -> Pager[Extension]:
        """The extensions of a project. Items that cannot be read: see ``Pager.on_unreadable``."""
        request = extensions_api.list_extensions.request(
            project_id=whole("project_id", project_id), **turn(page, per_page)
        )
        return self.pages(request, prefetch=prefetch)

    async def get(self, extension_id: int) -> Extension:
        """One extension."""
        return await self.one(extensions_api.get_extension.request(extension_id))

    async def create(self, body: models.ExtensionCreate | Mapping[str, Any]) -> Extension:
        """Create an extension."""
        return await self.one(extensions_api.create_extension.request(body=body_of(models.ExtensionCreate, body)))

    async def update(self, extension_id: int, body: models.ExtensionUpdate | Mapping[str, Any]) -> Extension:
        """Change the fields in the body."""
        checked = body_of(models.ExtensionUpdate, body)
        return await self.one(extensions_api.update_extension.request(extension_id, body=checked))

    async def archive(self, extension_id: int) -> None:
        """Archive an extension: it stays readable."""
        await self._session.send(extensions_api.delete_extension.request(extension_id))
