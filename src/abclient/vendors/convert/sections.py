"""Parts of a page that multivariate tests vary, and what variations change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Unpack, cast

from abclient_api._runtime import Body, Model, Request
from abclient_api.convert import models
from abclient_api.convert.api import experience_sections as sections_api
from abclient_api.convert.api import section_versions as versions_api
from abclient_api.convert.api import version_changes as changes_api

from ..._session import Session
from .._wrong_use import body_of, check_several
from ._checks import not_empty
from ._conflicts import explained
from ._reading import can_query, fetched

Found = list[models.ExperienceSection]
"""All sections of an experience."""

_WHOLE = ("versions", "versions.changes")


class Sections:
    """The sections of an experience, their versions and changes. At ``sections`` of an experience.

    Where URLs can have a query (``key_id``, ``key_secret``), sections have their versions and changes whole.
    """

    def __init__(self, session: Session, account_id: int, project_id: int, experience_id: int) -> None:
        self._session = session
        self._place: tuple[int, int, int] = (account_id, project_id, experience_id)

    async def list(self) -> Found:
        """All sections."""
        return await self._sections(sections_api.get_sections)

    async def create(self, **fields: Unpack[models.CreateSectionRequestDataFields]) -> Found:
        """Add a section; returns all."""
        return await self._sections(sections_api.create_section, body=body_of(models.CreateSectionRequestData, fields))

    async def update(self, section_id: str, /, **fields: Unpack[models.UpdateSectionRequestDataFields]) -> Found:
        """Change a section; returns all.

        Raises:
            ConflictError: a ``concurrency_key`` was given, and the section has changed since.
        """
        body = body_of(models.UpdateSectionRequestData, not_empty(fields))
        return await self._sections(sections_api.update_section, section_id, body=body)

    async def replace(
        self,
        sections: Sequence[models.UpdateSectionRequestData | Mapping[str, Any]],
        *,
        concurrency_key: str | None = None,
    ) -> Found:
        """Replace all sections: one that is missing is removed, as the vendor has no other way. Returns all.

        Raises:
            ConflictError: a ``concurrency_key`` is given, and the sections have changed since.
        """
        check_several("sections", sections, "sections", lambda one: isinstance(one, Model | Body | Mapping))
        fields: dict[str, Any] = {"sections": sections}
        if concurrency_key is not None:
            fields["concurrency_key"] = concurrency_key
        body = body_of(models.UpdateExperienceSectionsRequestData, fields)
        return await self._sections(sections_api.update_experience_sections, body=body)

    async def add_version(
        self, section_id: str, /, **fields: Unpack[models.CreateSectionVersionRequestDataFields]
    ) -> models.SectionVersion:
        """Add a version to a section."""
        body = body_of(models.CreateSectionVersionRequestData, fields)
        return await self._version(versions_api.add_experience_section_version, section_id, body=body)

    async def update_version(
        self, section_id: str, version_id: str, /, **fields: Unpack[models.UpdateSectionVersionRequestDataFields]
    ) -> models.SectionVersion:
        """Change a version of a section. If ``code_changes`` is given, it replaces the changes that are there."""
        body = body_of(models.UpdateSectionVersionRequestData, not_empty(fields))
        return await self._version(versions_api.update_experience_section_version, section_id, version_id, body=body)

    async def delete_version(self, section_id: str, version_id: str) -> None:
        """Remove a version of a section."""
        request = versions_api.delete_experience_section_version.request(*self._place, section_id, version_id)
        await self._session.send_raw(request)

    async def get_change(self, change_id: int) -> models.ExperienceChange:
        """What a variation or a version changes."""
        request = changes_api.get_experience_change.request(*self._place, change_id)
        return await fetched(self._session, request, models.ExperienceChange)

    async def update_change(
        self, change_id: int, /, **fields: Unpack[models.UpdateExperienceChangeRequestDataFields]
    ) -> models.ExperienceChange:
        """Replace what a variation or a version changes."""
        body = body_of(models.UpdateExperienceChangeRequestData, not_empty(fields))
        request = changes_api.update_experience_change.request(*self._place, change_id, body=body)
        with explained():
            return await fetched(self._session, request, models.ExperienceChange)

    async def _sections(self, operation: Any, *given: Any, **named: Any) -> Found:
        asked: dict[str, Any] = {"include": _WHOLE, "expand": _WHOLE} if can_query(self._session) else {}
        request = cast("Request[Any, Any]", operation.request(*self._place, *given, **named, **asked))
        with explained():
            found: models.ExperienceSectionsListResponseData = await self._session.send(request)
        return found.data or []

    async def _version(self, operation: Any, *given: Any, **named: Any) -> models.SectionVersion:
        request = cast("Request[Any, Any]", operation.request(*self._place, *given, **named))
        with explained():
            return await fetched(self._session, request, models.SectionVersion)
