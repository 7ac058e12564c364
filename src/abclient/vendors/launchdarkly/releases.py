"""Environment releases (progressive and guarded rollouts of a flag) and release policies."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Unpack, get_args

from abclient_api._arguments import several, text
from abclient_api._runtime import Request
from abclient_api.launchdarkly import models
from abclient_api.launchdarkly.api import environment_releases as api
from abclient_api.launchdarkly.api import release_policies as policies_api

from ...paging import PageOptions, Pager
from ...resource import Collection as _Collection
from ...resource import Resource
from .._paging import checked_page_size
from .._wrong_use import body_of, check_words
from ._arguments import listed
from ._expanded import Expandable
from ._paging import BY_LINK
from ._patches import with_texts

if TYPE_CHECKING:
    from ..._session import Session
    from ...paging import Pagination
    from ...results import ResultRow, RowContext

_LARGEST_PAGE = 100
"""In the vendor's document of listEnvironmentReleases."""

ReleaseKind = Literal["progressive", "guarded"]
ReleaseExpand = Literal["metrics"]
Resolution = Literal[
    "roll_forward_all_phases",
    "roll_forward_current_phase_and_remove_pending_phases",
    "roll_back_all_phases_and_remove_pending_phases",
    "roll_back_current_phase_and_remove_pending_phases",
]


class Release(Expandable["Releases"], models.EnvironmentRelease):
    """A release of a flag's variation in an environment; with metrics it is a guarded rollout.

    ``phases`` have the statuses of the metrics: ``ok``, ``regressed`` or ``regression_dismissed``.
    """

    __slots__ = ()
    EXPANDED: ClassVar[tuple[str, ...]] = get_args(ReleaseExpand)

    async def stop(self, resolution: Resolution, *, comment: str | None = None) -> Release:
        """Stop it, forward to the target variation or back to the original one."""
        return await self._change(lambda: self._collection.stop(self.id, resolution, comment=comment))

    def rows(self, **context: Unpack[RowContext]) -> list[ResultRow]:
        """A row for each metric in each phase, with a verdict and no figures, because the vendor gives none."""
        from .release_rows import from_release

        return from_release(self, **context)


class Releases(_Collection[Release, str]):
    """The releases of a flag in an environment (beta). Made by ``LaunchDarkly.releases``.

    Releases that ended more than 90 days ago are not found.
    """

    model = Release
    pagination: Pagination = BY_LINK

    def __init__(self, session: Session, project_key: str, flag_key: str, environment_key: str) -> None:
        super().__init__(session)
        self.project_key = project_key
        self.flag_key = flag_key
        self.environment_key = environment_key

    def list(
        self, *, kind: ReleaseKind | None = None, offset: int | None = None, **paging: Unpack[PageOptions]
    ) -> Pager[Release]:
        """The releases of the flag. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            kind: only those with metrics (``"guarded"``), or only those without.
            offset: how many to skip.
            **paging: as ``PageOptions`` describes; the vendor's default is 25 per request, and 100 the most.
        """
        check_words("kind", kind, ReleaseKind)
        request = api.list_environment_releases.request(
            self.project_key,
            self.flag_key,
            self.environment_key,
            filter=None if kind is None else f"kind equals {text('kind', kind)}",
            limit=checked_page_size(paging, most=_LARGEST_PAGE),
            offset=offset,
        )
        return self.many(request, paging)

    async def get(self, release_id: str, /, *, expand: ReleaseExpand | Collection[ReleaseExpand] = ()) -> Release:
        """One release, with the definitions of its metrics if ``expand`` asks for them."""
        check_words("expand", expand, ReleaseExpand)
        words = several(text)("expand", expand)
        return await self.one(
            api.get_environment_release.request(
                self.project_key, self.flag_key, self.environment_key, release_id, expand=words or None
            )
        )

    async def start(self, **fields: Unpack[models.StartEnvironmentReleaseRequestFields]) -> Release:
        """Roll a variation out by steps, guarded by metrics if there are any; never on the default rule.

        Several phases need ``advancement_mode``; ``release_plan_key`` stands alone. Shares of traffic are in
        thousandths of a percent, rise from step to step, and are at most 50000 where metrics guard the release.

        Raises:
            BadRequestError: it is impossible, or health checks failed; ``bypass_health_checks`` goes on without them.
            MethodNotAllowedError: changes in this environment need approval.
            ConflictError: the flag is off, or has a release that is active.
        """
        body = body_of(models.StartEnvironmentReleaseRequest, fields)
        return await self.one(
            api.start_environment_release.request(self.project_key, self.flag_key, self.environment_key, body=body)
        )

    async def stop(self, release_id: str, resolution: Resolution, *, comment: str | None = None) -> Release:
        """Stop a release, forward to the target variation or back to the original one.

        Raises:
            ConflictError: it has ended already.
        """
        check_words("resolution", text("resolution", resolution), Resolution)
        body = with_texts(models.StopEnvironmentReleaseRequest(resolution=resolution), comment=comment)
        return await self.one(
            api.stop_environment_release.request(
                self.project_key, self.flag_key, self.environment_key, release_id, body=body
            )
        )

    async def reload(self, item: Release) -> Release:
        """The release, loaded anew with the parts that it was expanded by."""
        return await self.get(item.id, expand=item.expanded())

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        return api.get_environment_release.request(self.project_key, self.flag_key, self.environment_key, item_id)


class ReleasePolicy(Resource["ReleasePolicies"], models.ReleasePolicy):
    """How flags of some environments and tags are released. ``save`` replaces all of it but its key and rank."""

    __slots__ = ()
    IDENTITY: ClassVar[str] = "key"

    async def delete(self) -> None:
        """Delete it."""
        await self._collection.delete(self.key)


class ReleasePolicies(_Collection[ReleasePolicy, str]):
    """The release policies of a project (beta). Made by ``LaunchDarkly.release_policies``."""

    model = ReleasePolicy
    pagination: Pagination = BY_LINK
    editable: Iterable[str] = (
        "name",
        "scope",
        "release_method",
        "guarded_release_config",
        "progressive_release_config",
    )

    def __init__(self, session: Session, project_key: str) -> None:
        super().__init__(session)
        self.project_key = project_key

    def list(self, *, exclude_default: bool | None = None, **paging: Unpack[PageOptions]) -> Pager[ReleasePolicy]:
        """All release policies, in the order of their rank; the first that applies to a flag counts."""
        checked_page_size(paging)
        request = policies_api.get_release_policies.request(self.project_key, exclude_default=exclude_default)
        return self.many(request, paging)

    async def create(self, **fields: Unpack[models.PostReleasePolicyRequestFields]) -> ReleasePolicy:
        """Create a release policy, with the last rank.

        Raises:
            ConflictError: there is a release policy with this key.
        """
        body = body_of(models.PostReleasePolicyRequest, fields, creating=True)
        return await self.one(policies_api.post_release_policy.request(self.project_key, body=body))

    async def put(self, policy_key: str, **fields: Unpack[models.PutReleasePolicyRequestFields]) -> ReleasePolicy:
        """Replace all of a release policy but its key and its rank."""
        body = body_of(models.PutReleasePolicyRequest, fields)
        return await self.one(policies_api.put_release_policy.request(self.project_key, policy_key, body=body))

    async def reorder(self, policy_keys: Sequence[str]) -> Sequence[models.ReleasePolicy]:
        """Give all policies of the project new ranks, by the order of their keys."""
        request = policies_api.post_release_policies_order.request(
            self.project_key, body=[text("policy_keys", key) for key in listed("policy_keys", policy_keys)]
        )
        return await self._session.send(request)

    async def delete(self, policy_key: str, /) -> None:
        """Delete a release policy."""
        await self._session.send(policies_api.delete_release_policy.request(self.project_key, policy_key))

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        return policies_api.get_release_policy.request(self.project_key, item_id)

    async def _save(self, item: ReleasePolicy, changes: dict[str, Any]) -> ReleasePolicy:
        whole = item.to_dict()
        fields = {name: whole[item.FIELDS[name]] for name in self.editable if getattr(item, name) is not None}
        return await self.put(item.key, **fields)
