"""The environments of a project, which are made and changed through REST API v2."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Unpack

from abclient_api.optimizely_flags import models
from abclient_api.optimizely_flags.api import environments as api

from ...paging import PageOptions, Pager
from ...resource import Resource
from ._base import ProjectCollection


class Environment(Resource["Environments"], models.Environment):
    """An environment; the generated model describes its attributes."""

    __slots__ = ()
    IDENTITY: ClassVar[str] = "key"


class Environments(ProjectCollection[Environment, str]):
    """The environments of a project. Made by ``Project.environments``."""

    model = Environment

    def list(
        self, *, archived: bool | None = None, sort: Sequence[str] | None = None, **paging: Unpack[PageOptions]
    ) -> Pager[Environment]:
        """The environments. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            archived: only archived ones, or only others.
            sort: ``priority:asc`` or ``priority:desc``.
            **paging: as ``PageOptions`` describes.
        """
        return self._pages(api.list_environments.request, paging, archived=archived, sort=sort)
