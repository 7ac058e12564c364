"""Which results, and how they are fetched: segments, waiting while they are computed, CSV, and rows by variation."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, Generic, Literal, TypedDict, TypeVar, overload

from abclient_api._runtime import Request
from abclient_api.optimizely import models

from ..._awaitable import AwaitableCall
from ..._files import draft_beside, publish
from ..._session import Session
from ...bulk import BulkOptions
from ...errors import InvalidRequestError
from ...polling import until_ready
from ._base import as_int

T = TypeVar("T")
V = TypeVar("V")


class Segment(TypedDict, total=False):
    """Which visitors; segments exclude each other."""

    browser: Literal["firefox", "chrome", "internet_explorer", "opera", "safari"]
    """Only visitors with this browser."""
    device: Literal["desktop", "ipad", "iphone", "mobile", "tablet"]
    """Only visitors with this device."""
    source: Literal["campaign", "direct", "referral", "search"]
    """Only visitors who came from there."""
    attribute_id: int
    """Only visitors whose attribute has the value of ``attribute_value``, which is needed with it."""
    attribute_value: str
    """As ``attribute_id`` says."""
    segment_conditions: str | Sequence[Any] | Mapping[str, Any]
    """Beta; ``["and", condition, ...]``, with ``or`` and ``not`` too, or ``{"attribute_id": …, "attribute_value": …,
    "match_type": …}``; text is sent as it is.
    """


class Slice(Segment, total=False):
    """Which part of the results: of which visitors, and of when."""

    start_time: datetime
    """From when on, rounded up to 5 minutes; without it, from the first start."""
    end_time: datetime
    """Until when, rounded down to 5 minutes; without it, until now or the last end. The response may end earlier than
    asked, because it is recomputed in the background.
    """


class ExperimentSlice(Slice, total=False):
    """Which part of an experiment's results: as ``Slice``, and compared with which variation."""

    baseline_variation_id: int | Literal["holdback"]
    """The variation to compare the others with; without it, the first one. For an experience of a personalization
    campaign also ``"holdback"``, the visitors who see none.
    """


class ExperimentBulkOptions(BulkOptions, ExperimentSlice, total=False):
    """How many experiments' results are fetched: as ``BulkOptions``, each as ``ExperimentSlice``."""


def parameters(part: Segment) -> dict[str, Any]:
    """The segment or slice, as the generated requests take it.

    Raises:
        InvalidRequestError: segments that exclude each other, or half of one.
        TypeError: an id that is not a whole number.
    """
    given: dict[str, Any] = {name: value for name, value in part.items() if value is not None}
    segments = [name for name in _SEGMENTS if name in given]
    if ("attribute_id" in given) != ("attribute_value" in given):
        raise InvalidRequestError("Optimizely needs attribute_id and attribute_value together")
    if len(segments) > 1:
        raise InvalidRequestError(
            f"Optimizely segments results by one thing at a time, not by {' and '.join(segments)} together"
        )
    if "attribute_id" in given:
        as_int("attribute_id", given["attribute_id"])
    if (baseline := given.get("baseline_variation_id", _HOLDBACK)) != _HOLDBACK:
        given["baseline_variation_id"] = str(as_int("baseline_variation_id", baseline))
    conditions = given.get("segment_conditions")
    if conditions is not None and not isinstance(conditions, str | Sequence | Mapping):
        raise TypeError(f"segment_conditions must be conditions or text, not {type(conditions).__name__}")
    if conditions is not None and not isinstance(conditions, str):
        text = json.dumps(conditions, separators=(",", ":"), allow_nan=False)
        given["segment_conditions"] = base64.urlsafe_b64encode(text.encode()).decode()
    return given


_HOLDBACK = "holdback"
_SEGMENTS = ("browser", "device", "source", "attribute_id", "segment_conditions")


async def computed(session: Session, request: Request[T, Any], *, wait: float) -> T:
    """The decoded response, once the results are computed; None if there is no data yet."""
    return (await send_lazily(session, request, wait=wait))()


async def send_lazily(session: Session, request: Request[T, Any], *, wait: float) -> Callable[[], T]:
    """The same, to be decoded by calling it."""
    response = await until_ready(session, request, wait=wait)
    return partial(session.decode, request, response, request.parse)


class Csv(AwaitableCall[T], Generic[T]):
    """A CSV file: awaited, its text; or streamed to a file. Nothing is sent before that.

    ::

        text = await experiment.results_csv()
        path = await experiment.results_csv().to_file("results.csv")

    The text is None where there is no data yet, for files that can lack it.
    """

    _hint = "`await` it for its text, or `await` its to_file(path)"

    def __init__(self, session: Session, request: Request[T, Any], *, wait: float) -> None:
        super().__init__()
        self._session = session
        self._request = request
        self._wait = wait

    async def _awaited(self) -> T:
        return await computed(self._session, self._request, wait=self._wait)

    async def to_file(self, path: str | os.PathLike[str]) -> Path | None:
        """Write it to a file, piece by piece as it arrives; of any size, in little memory.

        The file appears, or is replaced, once it is complete: until then, and after any failure, there is nothing new
        at that path. If a response states no length and is not chunked, a truncation cannot be detected. A link at
        the path is replaced; its target is not touched.

        Returns:
            The path; None when there is no data yet, and then there is no file either.

        Raises:
            ResultsPendingError: the vendor was still computing when the wait was over.
            DecodeError: what came is not CSV: a page, JSON, or nothing. The file that was there stays as it is.
            OSError: the file cannot be written, or is a directory, a pipe or a device.
        """
        target = Path(path)
        with draft_beside(target) as draft:
            response = await until_ready(self._session, self._request, wait=self._wait, sink=_emptied(draft))
            if self._session.decode(self._request, response, self._request.parse) is None:
                return None
            publish(draft, target)
        return target


def _emptied(file: BinaryIO) -> Callable[[], Callable[[bytes], object]]:
    def begin() -> Callable[[bytes], object]:
        file.seek(0)
        file.truncate()
        return file.write

    return begin


class ByVariation(Mapping[str, V]):
    """Rows by variation: read with the variation's id as a number or as text, as the vendor writes it.

    Iterated, it gives the ids as text, in the order of the response. A row's own ``variation_id`` may differ from its
    key in anonymized examples of the vendor; the key counts.
    """

    __slots__ = ("_rows",)

    def __init__(self, rows: Mapping[str, V]) -> None:
        self._rows = rows

    def __getitem__(self, variation_id: int | str) -> V:
        return self._rows[str(variation_id)]

    def __contains__(self, variation_id: object) -> bool:
        return str(variation_id) in self._rows

    @overload
    def get(self, variation_id: int | str, /) -> V | None: ...
    @overload
    def get(self, variation_id: int | str, /, default: V | T) -> V | T: ...
    def get(self, variation_id: int | str, /, default: Any = None) -> Any:
        """The row, or the default where the variation has none."""
        return self._rows.get(str(variation_id), default)

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __repr__(self) -> str:
        return f"ByVariation({dict(self._rows)!r})"


@overload
def by_variation(
    part: models.ExperimentMetricResults | models.CampaignMetricResults,
) -> ByVariation[models.VariantResults]: ...
@overload
def by_variation(part: models.ExperimentMetricTimeseries) -> ByVariation[models.VariantTimeseries]: ...
@overload
def by_variation(part: models.ExperimentVariationReach) -> ByVariation[models.VariationReach]: ...
def by_variation(part: Any) -> ByVariation[Any]:
    """The rows of a metric, of its time series, or of the visitors reached, by variation; empty where there are none.

    ::

        for metric in results.metrics or ():
            rows = by_variation(metric)
            print(rows[experiment.variations[0].variation_id].rate)

    Responses of 2016, in which a metric's rows are ``variation_results``, are understood as well.
    """
    for name in ("variations", "results", "variation_results"):
        if rows := getattr(part, name, None):
            return ByVariation(rows)
    return ByVariation({})
