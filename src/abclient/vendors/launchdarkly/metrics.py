"""Metrics, and groups of metrics."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Unpack, get_args

from abclient_api._runtime import Request
from abclient_api.launchdarkly import models
from abclient_api.launchdarkly.api import metric_groups as groups_api
from abclient_api.launchdarkly.api import metrics as api

from ...paging import PageOptions, Pager
from ...resource import Collection as _Collection
from .._paging import checked_page_size
from .._wrong_use import body_of
from ._arguments import commas
from ._expanded import Expandable
from ._paging import BY_LINK
from ._patches import json_patch, operations_sent

if TYPE_CHECKING:
    from ..._session import Session
    from ...paging import Pagination

_LARGEST_PAGE = 50
"""In the vendor's document of getMetrics and getMetricGroups."""

MetricExpand = Literal[
    "experiments",
    "experimentCount",
    "metricGroups",
    "metricGroupCount",
    "eventSources",
    "guardedRollouts",
    "guardedRolloutCount",
    "lastUsedInExperiment",
    "lastUsedInGuardedRollout",
]
GroupExpand = Literal["experiments", "experimentCount"]


class Metric(Expandable["Metrics"], models.MetricRep):
    """A metric; the generated model describes its attributes. ``save`` sends what was changed as a JSON patch."""

    __slots__ = ()
    IDENTITY: ClassVar[str] = "key"
    EXPANDED: ClassVar[tuple[str, ...]] = get_args(MetricExpand)

    async def delete(self) -> None:
        """Delete it."""
        await self._collection.delete(self.key)

    async def patch(self, operations: Sequence[Mapping[str, Any] | models.PatchOperation]) -> Metric:
        """Apply the operations of a JSON patch, such as ``[{"op": "replace", "path": "/name", "value": "…"}]``."""
        return await self._change(lambda: self._collection.patch(self.key, operations))


class Metrics(_Collection[Metric, str]):
    """The metrics of a project. Made by ``LaunchDarkly.metrics``."""

    model = Metric
    pagination: Pagination = BY_LINK
    editable: Iterable[str] = (
        *(
            "name",
            "description",
            "tags",
            "kind",
            "maintainer_id",
            "is_numeric",
            "unit",
            "event_key",
            "selector",
            "urls",
        ),
        *("success_criteria", "analysis_units", "unit_aggregation_type", "analysis_type", "percentile_value"),
        *("event_default", "data_source", "filters", "archived", "trace_query", "trace_value_location", "denominator"),
        *("winsor_lower_percentile", "winsor_upper_percentile", "winsor_include_imputed", "unit_aggregation_field"),
    )

    def __init__(self, session: Session, project_key: str) -> None:
        super().__init__(session)
        self.project_key = project_key

    def list(
        self,
        *,
        filter: str | None = None,  # noqa: A002  # the vendor's name
        sort: str | None = None,
        expand: Literal["experimentCount"] | Collection[Literal["experimentCount"]] = (),
        offset: int | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[Metric]:
        """The metrics of the project. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            filter: the vendor's conditions, such as ``'eventKind equals custom,tags contains ["web"]'``.
            sort: ``"createdAt"`` or ``"name"``; with a minus before it descending.
            expand: what to include besides.
            offset: how many to skip.
            **paging: as ``PageOptions`` describes; the vendor's default is 20 per request, and 50 the most.
        """
        request: Request[Any, Any] = api.get_metrics.request(
            self.project_key,
            filter=filter,
            sort=sort,
            expand=commas("expand", expand, Literal["experimentCount"]),
            limit=checked_page_size(paging, most=_LARGEST_PAGE),
            offset=offset,
        )
        return self.many(request, paging)

    async def get(
        self, metric_key: str, /, *, expand: MetricExpand | Collection[MetricExpand] = (), version_id: str | None = None
    ) -> Metric:
        """One metric.

        Args:
            metric_key: which.
            expand: what to include besides, such as the experiments that use it.
            version_id: which of its versions; the newest by default.
        """
        words = commas("expand", expand, MetricExpand)
        return await self.one(api.get_metric.request(self.project_key, metric_key, expand=words, version_id=version_id))

    async def create(self, **fields: Unpack[models.MetricPostFields]) -> Metric:
        """Create a metric.

        The kind ``click`` needs ``selector`` and ``urls``, ``pageview`` needs ``urls``, ``custom`` needs ``event_key``
        and ``is_numeric``, ``trace`` needs ``trace_query`` and ``is_numeric``; numeric ones need ``success_criteria``
        and ``unit`` besides.

        Raises:
            ConflictError: there is a metric with this key.
        """
        body = body_of(models.MetricPost, fields, creating=True)
        return await self.one(api.post_metric.request(self.project_key, body=body))

    async def patch(self, metric_key: str, operations: Sequence[Mapping[str, Any] | models.PatchOperation]) -> Metric:
        """Apply the operations of a JSON patch, all or none."""
        body = operations_sent(operations)
        return await self.one(api.patch_metric.request(self.project_key, metric_key, body=body))

    async def delete(self, metric_key: str, /) -> None:
        """Delete a metric."""
        await self._session.send(api.delete_metric.request(self.project_key, metric_key))

    async def reload(self, item: Metric) -> Metric:
        """The metric, loaded anew with the parts that it was expanded by."""
        return await self.get(item.key, expand=item.expanded())

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        return api.get_metric.request(self.project_key, item_id)

    async def _save(self, item: Metric, changes: dict[str, Any]) -> Metric:
        return await self.patch(item.key, json_patch(item, changes))


class MetricGroup(Expandable["MetricGroups"], models.MetricGroupRep):
    """A group of metrics, such as a funnel. ``save`` sends what was changed as a JSON patch."""

    __slots__ = ()
    IDENTITY: ClassVar[str] = "key"
    EXPANDED: ClassVar[tuple[str, ...]] = get_args(GroupExpand)

    async def delete(self) -> None:
        """Delete it; its metrics stay."""
        await self._collection.delete(self.key)

    async def patch(self, operations: Sequence[Mapping[str, Any] | models.PatchOperation]) -> MetricGroup:
        """Apply the operations of a JSON patch."""
        return await self._change(lambda: self._collection.patch(self.key, operations))


class MetricGroups(_Collection[MetricGroup, str]):
    """The groups of metrics of a project (beta). Made by ``LaunchDarkly.metric_groups``."""

    model = MetricGroup
    pagination: Pagination = BY_LINK
    editable: Iterable[str] = ("name", "description", "tags", "metrics")

    def __init__(self, session: Session, project_key: str) -> None:
        super().__init__(session)
        self.project_key = project_key

    def list(
        self,
        *,
        filter: str | None = None,  # noqa: A002  # the vendor's name
        sort: str | None = None,
        offset: int | None = None,
        **paging: Unpack[PageOptions],
    ) -> Pager[MetricGroup]:
        """The groups of the project. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            filter: the vendor's conditions, such as ``"kind equals funnel and hasConnections equals true"``.
            sort: ``"name"``, ``"createdAt"`` or ``"connectionCount"``; with a minus before it descending.
            offset: how many to skip.
            **paging: as ``PageOptions`` describes; the vendor's default is 20 per request, and 50 the most.
        """
        request = groups_api.get_metric_groups.request(
            self.project_key,
            filter=filter,
            sort=sort,
            limit=checked_page_size(paging, most=_LARGEST_PAGE),
            offset=offset,
        )
        return self.many(request, paging)

    async def get(self, group_key: str, /, *, expand: GroupExpand | Collection[GroupExpand] = ()) -> MetricGroup:
        """One group, with the experiments that use it if ``expand`` asks for them."""
        words = commas("expand", expand, GroupExpand)
        return await self.one(groups_api.get_metric_group.request(self.project_key, group_key, expand=words))

    async def create(self, **fields: Unpack[models.MetricGroupPostFields]) -> MetricGroup:
        """Create a funnel or a standard group; metrics of funnels are in the order of its steps.

        Raises:
            ConflictError: there is a group with this key.
        """
        body = body_of(models.MetricGroupPost, fields, creating=True)
        return await self.one(groups_api.create_metric_group.request(self.project_key, body=body))

    async def patch(
        self, group_key: str, operations: Sequence[Mapping[str, Any] | models.PatchOperation]
    ) -> MetricGroup:
        """Apply the operations of a JSON patch, all or none."""
        body = operations_sent(operations)
        return await self.one(groups_api.patch_metric_group.request(self.project_key, group_key, body=body))

    async def delete(self, group_key: str, /) -> None:
        """Delete a group; its metrics stay."""
        await self._session.send(groups_api.delete_metric_group.request(self.project_key, group_key))

    async def reload(self, item: MetricGroup) -> MetricGroup:
        """The group, loaded anew with the parts that it was expanded by."""
        return await self.get(item.key, expand=item.expanded())

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        return groups_api.get_metric_group.request(self.project_key, item_id)

    async def _save(self, item: MetricGroup, changes: dict[str, Any]) -> MetricGroup:
        return await self.patch(item.key, json_patch(item, changes))
