"""What projects are made of besides experiments: features, exclusion groups, extensions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Unpack

from abclient_api._runtime import Request
from abclient_api.optimizely import models
from abclient_api.optimizely.api import extensions as extensions_api
from abclient_api.optimizely.api import features as features_api
from abclient_api.optimizely.api import groups as groups_api

from ...paging import Pager
from .._optimizely_bodies import body_of, change_of
from ._base import Archivable, ArchivingCollection, PageOptions, as_int


class Feature(Archivable["Features"], models.Feature):
    """A feature flag with its variables, and its rollout by environment.

    A rollout rule's ``percentage_included`` is in basis points: 10000 is all traffic. A rule names its audiences by
    ``audience_ids`` or by ``audience_conditions``. Values of variables are text, whatever the variable's type.
    """

    __slots__ = ()


class Features(ArchivingCollection[Feature]):
    """Feature flags, by project. Made by ``Optimizely.features``.

    The vendor does not offer them in projects that were made for Flags, as all Full Stack projects since February 2021.
    """

    model = Feature

    def list(self, project_id: int, **paging: Unpack[PageOptions]) -> Pager[Feature]:
        """The features of a project. For unreadable items, see ``Pager.on_unreadable``."""
        return self.pages(features_api.list_features.request, paging, project_id=as_int("project_id", project_id))

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return features_api.get_feature.request(item_id)

    async def create(self, **fields: Unpack[models.FeatureCreateFields]) -> Feature:
        """Create a feature; its environments are keyed as the project's environments are."""
        return await self.one(features_api.create_feature.request(body=body_of(models.FeatureCreate, fields)))

    async def update(self, feature_id: int, /, **fields: Unpack[models.FeatureUpdateFields]) -> Feature:
        """Change the given fields; a variable that exists carries its ``id``."""
        return await self.one(self._update_request(feature_id, fields))

    def _update_request(self, item_id: int, fields: Mapping[str, Any]) -> Request[Any, Any]:
        return features_api.update_feature.request(item_id, body=change_of(models.FeatureUpdate, fields))

    def _archive_request(self, item_id: int) -> Request[Any, Any]:
        return features_api.delete_feature.request(item_id)


class Group(Archivable["Groups"], models.Group):
    """A group of experiments or campaigns of which a visitor takes part in one only; weights are in basis points."""

    __slots__ = ()


class Groups(ArchivingCollection[Group]):
    """Exclusion groups, by project. Made by ``Optimizely.groups``."""

    model = Group

    def list(self, project_id: int, **paging: Unpack[PageOptions]) -> Pager[Group]:
        """The groups of a project. For unreadable items, see ``Pager.on_unreadable``."""
        return self.pages(groups_api.list_groups.request, paging, project_id=as_int("project_id", project_id))

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return groups_api.get_group.request(item_id)

    async def create(self, **fields: Unpack[models.GroupCreateFields]) -> Group:
        """Create a group."""
        return await self.one(groups_api.create_group.request(body=body_of(models.GroupCreate, fields)))

    async def update(self, group_id: int, /, **fields: Unpack[models.GroupUpdateFields]) -> Group:
        """Change the given fields."""
        return await self.one(self._update_request(group_id, fields))

    def _update_request(self, item_id: int, fields: Mapping[str, Any]) -> Request[Any, Any]:
        return groups_api.update_group.request(item_id, body=change_of(models.GroupUpdate, fields))

    def _archive_request(self, item_id: int) -> Request[Any, Any]:
        return groups_api.delete_group.request(item_id)


class Extension(Archivable["Extensions"], models.Extension):
    """A template of the visual editor, with its fields."""

    __slots__ = ()


class Extensions(ArchivingCollection[Extension]):
    """Extensions of the visual editor, by project. Made by ``Optimizely.extensions``."""

    model = Extension

    def list(self, project_id: int, **paging: Unpack[PageOptions]) -> Pager[Extension]:
        """The extensions of a project. For unreadable items, see ``Pager.on_unreadable``."""
        return self.pages(extensions_api.list_extensions.request, paging, project_id=as_int("project_id", project_id))

    def _get_request(self, item_id: int) -> Request[Any, Any]:
        return extensions_api.get_extension.request(item_id)

    async def create(self, **fields: Unpack[models.ExtensionCreateFields]) -> Extension:
        """Create an extension."""
        return await self.one(extensions_api.create_extension.request(body=body_of(models.ExtensionCreate, fields)))

    async def update(self, extension_id: int, /, **fields: Unpack[models.ExtensionUpdateFields]) -> Extension:
        """Change the given fields."""
        return await self.one(self._update_request(extension_id, fields))

    def _update_request(self, item_id: int, fields: Mapping[str, Any]) -> Request[Any, Any]:
        return extensions_api.update_extension.request(item_id, body=change_of(models.ExtensionUpdate, fields))

    def _archive_request(self, item_id: int) -> Request[Any, Any]:
        return extensions_api.delete_extension.request(item_id)
