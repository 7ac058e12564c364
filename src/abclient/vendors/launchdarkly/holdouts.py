"""Holdouts and layers: which traffic experiments have."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Unpack

from abclient_api._arguments import segment, text
from abclient_api._runtime import Request
from abclient_api.launchdarkly import models
from abclient_api.launchdarkly.api import holdouts as api
from abclient_api.launchdarkly.api import layers as layers_api

from ...paging import PageOptions, Pager
from ...resource import Collection as _Collection
from ...resource import Resource
from .._paging import checked_page_size
from .._wrong_use import body_of
from ._arguments import commas, instructions_sent
from ._paging import BY_LINK
from ._patches import instruction, with_texts

if TYPE_CHECKING:
    from ..._session import Session
    from ...paging import Pagination

HoldoutExpand = Literal[
    "draftIteration",
    "previousIterations",
    "secondaryMetrics",
    "treatments",
    "rel-draftIteration",
    "rel-metrics",
    "rel-previousIterations",
    "rel-secondaryMetrics",
    "rel-treatments",
]


class Holdout(Resource["Holdouts"], models.HoldoutDetailRep):
    """Units that stay out of experiments, to measure what all of them do together.

    ``base_experiment`` measures it, and has its key and its name. ``experiments`` has the experiments that it holds
    units out of, in short, or ``related_experiments`` in full, as the vendor's responses differ.
    """

    __slots__ = ()

    @property
    def key(self) -> str | None:
        """The key by which it is found."""
        return self.base_experiment.key if self.base_experiment else None

    async def end(self, *, comment: str | None = None) -> Holdout:
        """End it: its units take part in experiments again."""
        return await self._apply(instruction("endHoldout"), comment=comment)

    async def remove_experiment(self, experiment_key: str, *, comment: str | None = None) -> Holdout:
        """Let the held-out units take part in an experiment."""
        return await self._apply(instruction("removeExperiment", value=experiment_key), comment=comment)

    async def rename(self, name: str) -> Holdout:
        """Give it another name; the key stays."""
        return await self._apply(instruction("updateName", value=name))

    async def describe(self, description: str) -> Holdout:
        """Give it another description."""
        return await self._apply(instruction("updateDescription", value=description), "description")

    async def _apply(self, one: Mapping[str, Any], *confirmed: str, comment: str | None = None) -> Holdout:
        return await self._change(
            lambda: self._collection.patch(self._collection.id_of(self), [one], comment=comment), *confirmed
        )


class Holdouts(_Collection[Holdout, str]):
    """The holdouts of an environment. Made by ``LaunchDarkly.holdouts``."""

    model = Holdout
    pagination: Pagination = BY_LINK
    editable: Iterable[str] = ("description",)

    def __init__(self, session: Session, project_key: str, environment_key: str) -> None:
        super().__init__(session)
        self.project_key = project_key
        self.environment_key = environment_key

    def list(self, *, offset: int | None = None, **paging: Unpack[PageOptions]) -> Pager[HoldoutSummary]:
        """The holdouts of the environment, in short. For unreadable items, see ``Pager.on_unreadable``.

        Args:
            offset: how many to skip.
            **paging: as ``PageOptions`` describes; the vendor's default is 20 per request.
        """
        request = api.get_all_holdouts.request(
            self.project_key, self.environment_key, limit=checked_page_size(paging), offset=offset
        )
        return _Summaries(self._session).many(request, paging)

    async def get(self, holdout_key: str, /, *, expand: HoldoutExpand | Collection[HoldoutExpand] = ()) -> Holdout:
        """One holdout, by its key.

        Args:
            holdout_key: which.
            expand: what to include of the experiment that measures it, or, with ``rel-``, of the experiments that it
                holds units out of.
        """
        words = commas("expand", expand, HoldoutExpand)
        return await self.one(
            api.get_holdout.request(self.project_key, self.environment_key, holdout_key, expand=words)
        )

    async def get_by_id(self, holdout_id: str, /) -> Holdout:
        """One holdout, by the id that experiments have as ``holdout_id``."""
        request: Request[Any, Any] = api.get_holdout_by_id.request(self.project_key, self.environment_key, holdout_id)
        return await self.one(request)

    async def create(self, **fields: Unpack[models.HoldoutPostRequestFields]) -> Holdout:
        """Create a holdout with the experiment that measures it.

        ``holdout_amount`` is the share of units to hold out, in percent, as text: ``"5"``. ``primary_metric_key`` says
        which of the ``metrics`` decides; without ``prerequisite_flag_key`` the vendor makes the flag that splits units.

        Raises:
            BadRequestError: the amount is impossible, or something does not exist.
        """
        body = body_of(models.HoldoutPostRequest, fields)
        request: Request[Any, Any] = api.post_holdout.request(self.project_key, self.environment_key, body=body)
        return await self.one(request)

    async def patch(
        self, holdout_key: str, instructions: Sequence[Mapping[str, Any]], *, comment: str | None = None
    ) -> Holdout:
        """Apply semantic-patch instructions, all or none.

        The kinds are ``endHoldout``, ``removeExperiment``, ``updateDescription`` and ``updateName``.
        """
        body = with_texts(models.HoldoutPatchInput(instructions=instructions_sent(instructions)), comment=comment)
        request: Request[Any, Any] = api.patch_holdout.request(
            self.project_key, self.environment_key, holdout_key, body=body
        )
        return await self.one(request)

    def id_of(self, item: Holdout) -> str:
        """The key by which it is found.

        Raises:
            ValueError: the response did not have it.
        """
        if item.key is None:
            raise ValueError(f"the vendor did not say the key of the holdout {item.id!r}")
        return item.key

    def _get_request(self, item_id: str) -> Request[Any, Any]:
        return api.get_holdout.request(self.project_key, self.environment_key, item_id)

    async def _save(self, item: Holdout, changes: dict[str, Any]) -> Holdout:
        described = instruction("updateDescription", value=changes["description"] or "")
        return await self.patch(self.id_of(item), [described])


class HoldoutSummary(Resource["_Summaries"], models.SimpleHoldoutRep):
    """A holdout in short, as lists have it; ``Holdouts.get`` has the rest."""

    __slots__ = ()


class _Summaries(_Collection[HoldoutSummary, str]):
    model = HoldoutSummary
    pagination: Pagination = BY_LINK


class Layer(Resource["Layers"], models.LayerRep):
    """A layer: experiments in it share traffic without overlap.

    ``save`` sends a changed ``name`` or ``description``.
    """

    __slots__ = ()
    IDENTITY: ClassVar[str] = "key"

    async def reserve(self, environment_key: str, experiment_key: str, percent: int) -> Layer:
        """Reserve a share of the layer for an experiment.

        Args:
            environment_key: in which environment.
            experiment_key: for which experiment.
            percent: from 0 to 100.
        """
        one = instruction("updateExperimentReservation", experimentKey=experiment_key, reservationPercent=percent)
        return await self._apply(one, environment_key)

    async def remove_experiment(self, environment_key: str, experiment_key: str) -> Layer:
        """Take an experiment out of the layer."""
        return await self._apply(instruction("removeExperiment", experimentKey=experiment_key), environment_key)

    async def _apply(self, one: Mapping[str, Any], environment_key: str) -> Layer:
        segment("environment_key", environment_key)
        return await self._change(lambda: self._collection.patch(self.key, [one], environment_key=environment_key))


class Layers(_Collection[Layer, str]):
    """The layers of a project. Made by ``LaunchDarkly.layers``."""

    model = Layer
    pagination: Pagination = BY_LINK
    editable: Iterable[str] = ("name", "description")

    def __init__(self, session: Session, project_key: str) -> None:
        super().__init__(session)
        self.project_key = project_key

    def list(self, *, experiment_key: str | None = None, **paging: Unpack[PageOptions]) -> Pager[Layer]:
        """All layers of the project, or those that an experiment has a share of."""
        checked_page_size(paging)
        condition = None if experiment_key is None else _with_experiment(text("experiment_key", experiment_key))
        return self.many(layers_api.get_layers.request(self.project_key, filter=condition), paging)

    async def create(self, **fields: Unpack[models.LayerPostFields]) -> Layer:
        """Create a layer, in which nothing is reserved yet.

        Raises:
            BadRequestError: there is a layer with this key.
        """
        body = body_of(models.LayerPost, fields, creating=True)
        return await self.one(layers_api.create_layer.request(self.project_key, body=body))

    async def patch(
        self,
        layer_key: str,
        instructions: Sequence[Mapping[str, Any]],
        *,
        environment_key: str | None = None,
        comment: str | None = None,
    ) -> Layer:
        """Apply semantic-patch instructions, all or none.

        The kinds are ``updateName``, ``updateDescription``, ``updateExperimentReservation`` and ``removeExperiment``;
        the last two need ``environment_key``.
        """
        body = models.LayerPatchInput(instructions=instructions_sent(instructions))
        with_texts(body, environment_key=environment_key, comment=comment)
        return await self.one(layers_api.update_layer.request(self.project_key, layer_key, body=body))

    async def reload(self, item: Layer) -> Layer:
        """The layer, found anew in the list, because the vendor has no call for one alone.

        Raises:
            ValueError: it is no longer there.
        """
        async for one in self.list():
            if one.key == item.key:
                return one
        raise ValueError(f"there is no layer {item.key!r} any more")

    async def _save(self, item: Layer, changes: dict[str, Any]) -> Layer:
        instructions = [instruction(f"update{name.title()}", **{name: value or ""}) for name, value in changes.items()]
        return await self.patch(item.key, instructions)


def _with_experiment(key: str) -> str:
    """The vendor's condition for layers in which an experiment has a share."""
    if not re.fullmatch(r"[A-Za-z0-9._-]+", key):
        raise ValueError(f"experiment_key must be a key, of letters, digits and '.', '_', '-', not {key!r}")
    return f"reservations.experimentKey contains {key}"
