"""A project: where all of its collections are found. They are imported when they are first touched."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from datetime import datetime
from typing import TYPE_CHECKING, Unpack

from ..._session import Session
from .._wrong_use import needs_call
from ._base import SessionOf

if TYPE_CHECKING:
    from abclient_api.optimizely_flags_scheduling.models import EnvironmentApprovalSettingsResponse

    from ...paging import Pager
    from .._optimizely_v2 import PageOptions
    from .._optimizely_v2 import models as v2_models
    from .custom_fields import CustomFields
    from .environments import Environments
    from .flags import Flags
    from .groups import Groups
    from .holdouts import Holdouts
    from .permissions import Permissions
    from .reports import Reports
    from .rules import Rules
    from .rulesets import Rulesets
    from .scheduling import Schedules
    from .variables import VariableDefinitions
    from .variations import Variations


class Project:
    """The contents of a project. Made by ``OptimizelyFlags.project``.

    Attributes:
        id: the project's id.
    """

    def __init__(self, session: Session, project_id: int, session_of: SessionOf) -> None:
        self._session = session
        self._session_of = session_of
        self.id: int = project_id

    @property
    def flags(self) -> Flags:
        """Its flags."""
        from .flags import Flags

        return Flags(self._session, self.id, self._session_of)

    @property
    def environments(self) -> Environments:
        """Its environments."""
        from .environments import Environments

        return Environments(self._session, self.id, self._session_of)

    @property
    def rules(self) -> Rules:
        """The rules of all of its flags, and their results."""
        from .rules import Rules

        return Rules(self._session, self.id, self._session_of)

    @property
    def groups(self) -> Groups:
        """Its exclusion groups."""
        from .groups import Groups

        return Groups(self._session, self.id, self._session_of)

    @property
    def holdouts(self) -> Holdouts:
        """Its holdouts."""
        from .holdouts import Holdouts

        return Holdouts(self._session, self.id, self._session_of)

    @property
    def custom_fields(self) -> CustomFields:
        """Fields that its flags have beside the vendor's own."""
        from .custom_fields import CustomFields

        return CustomFields(self._session, self.id, self._session_of)

    @property
    def permissions(self) -> Permissions:
        """Who may do what with its flags, environments and audiences."""
        from .permissions import Permissions

        return Permissions(self._session_of, self.id)

    @needs_call
    def rulesets(self, flag_key: str) -> Rulesets:
        """What a flag does in each environment."""
        from .rulesets import Rulesets

        return Rulesets(self._session, self.id, self._session_of, flag_key)

    @needs_call
    def variations(self, flag_key: str) -> Variations:
        """The variations of a flag."""
        from .variations import Variations

        return Variations(self._session, self.id, self._session_of, flag_key)

    @needs_call
    def variable_definitions(self, flag_key: str) -> VariableDefinitions:
        """The variables of a flag."""
        from .variables import VariableDefinitions

        return VariableDefinitions(self._session, self.id, self._session_of, flag_key)

    @needs_call
    def reports(self, environment_key: str) -> Reports:
        """The reports of an environment."""
        from .reports import Reports

        return Reports(self._session, self.id, self._session_of, environment_key)

    @needs_call
    def schedules(self, flag_key: str) -> Schedules:
        """Changes of a flag that are due later."""
        from .scheduling import Schedules

        return Schedules(self._session_of, self.id, flag_key)

    async def approval_settings(self, environment_id: int) -> EnvironmentApprovalSettingsResponse:
        """Which changes in an environment, by its number, need approval, and who can give it."""
        from abclient_api.optimizely_flags_scheduling.api import change_approvals

        from .scheduling import PACKAGE

        request = change_approvals.get_environment_approval_settings.request(self.id, environment_id)
        return await self._session_of(PACKAGE).send(request)

    def changes(
        self,
        *,
        start_time: datetime | None = None,
        end_time: datetime | None = None,
        user: Sequence[str] | None = None,
        entity_type: Sequence[str] | None = None,
        entity: Sequence[str] | None = None,
        source: str | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[v2_models.ChangeHistoryChange]:
        """Its history, from REST API v2: who changed what, and how it was before.

        For unreadable items, see ``Pager.on_unreadable``.

        Args:
            start_time: only from then on.
            end_time: only before then.
            user: only by the users with these e-mail addresses.
            entity_type: only of these kinds, such as ``flag`` or ``ruleset``.
            entity: only of these, each as kind and id: ``flag:123``.
            source: only from there, ``ui`` or ``api``.
            **paging: as ``PageOptions`` of Optimizely describes.
        """
        from .. import _optimizely_v2 as v2

        return v2.plain_pages(
            self._session_of(v2.PACKAGE),
            v2.changes_api.list_change_history.request,
            paging,
            project_id=self.id,
            start_time=start_time,
            end_time=end_time,
            user=user,
            entity_type=entity_type,
            source=source,
            entity=entity,
        )

    def __repr__(self) -> str:
        return f"<Project {self.id}>"

    def __deepcopy__(self, memo: dict[int, object]) -> Project:
        return copy(self)  # it shares the client, as any copy does
