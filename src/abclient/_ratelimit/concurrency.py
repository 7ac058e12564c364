"""How many requests may be in flight: as many as raise throughput without building a queue at the vendor."""

from __future__ import annotations

_INITIAL_IN_FLIGHT = 8
_MAX_IN_FLIGHT = 100
_MIN_IN_FLIGHT = 2
_MIN_SAMPLES = 8
_WINDOW_SAMPLES = 24
_BASE_SAMPLES = 32
_CONCLUSIVE_VARIATION = 0.15
_NO_QUEUE_BELOW_RATIO = 1.3
_GROW_BELOW_RATIO = 1.9
_CUT_ABOVE_RATIO = 2.4
_GROWTH_FACTOR = 2.0
_SLOW_GROWTH_FACTOR = 1.15
_CUT_FACTOR = 0.85
_WINDOW_FACTOR_AFTER_CUT = 3
_BASE_MAX_AGE_SECONDS = 120.0
_BASE_LOAD_FACTOR = 0.25


class LatencyWindow:
    """The latencies of some responses: their mean, and whether there are enough of them to decide."""

    __slots__ = ("_squares", "_sum", "count")

    def __init__(self) -> None:
        self.count: int = 0
        self._sum = self._squares = 0.0

    def add(self, latency: float) -> None:
        """Add one response's latency, in seconds."""
        self.count += 1
        self._sum += latency
        self._squares += latency * latency

    @property
    def mean(self) -> float:
        """Seconds."""
        return self._sum / self.count

    def conclusive(self, enough: int) -> bool:
        """Whether there are enough, or fewer that agree so closely that more would not change the result."""
        if self.count < _MIN_SAMPLES or self.count >= enough:
            return self.count >= enough
        variance = self._squares / self.count - self.mean**2
        return variance <= (_CONCLUSIVE_VARIATION * self.mean) ** 2


class ConcurrencyLimit:
    """An adaptive limit on requests in flight: it grows while saturated and quick, and shrinks as latency rises.

    Latency is the mean of a window of responses, relative to a base: single responses differ by far more than a queue
    adds. The base does not follow later responses, because it would drift up with the queue. It is measured with few
    requests in flight, at first and again every two minutes: a server may have become slower, or faster, for good.

    Args:
        maximum: requests in flight, at most.

    Attributes:
        saturated: whether a request had to wait for this limit since the last window.
    """

    __slots__ = (
        "_base",
        "_limit",
        "_measured_at",
        "_measuring",
        "_skip",
        "_was_cut",
        "_window",
        "maximum",
        "saturated",
    )

    def __init__(self, maximum: int = _MAX_IN_FLIGHT) -> None:
        self.maximum: int = maximum
        self.saturated: bool = False
        self._limit = float(min(_INITIAL_IN_FLIGHT, maximum))
        self._was_cut = False
        self._window = LatencyWindow()
        self._base = 0.0
        self._measuring = True
        self._measured_at: float | None = None
        # Responses to skip before the base is measured. At first: the quickest responses arrive first.
        self._skip = _MIN_SAMPLES

    @property
    def limit(self) -> int:
        """How many may be in flight now."""
        if self._measuring and self._measured_at is not None:
            return max(_MIN_IN_FLIGHT, int(self._limit * _BASE_LOAD_FACTOR))
        return int(self._limit)

    def record(self, latency: float, now: float) -> None:
        """A response arrived now, after this latency in seconds."""
        self._window.add(latency)
        if self._measuring:
            self._measure(now)
        elif self._measured_at is not None and now - self._measured_at >= _BASE_MAX_AGE_SECONDS:
            # What is in flight now was sent into the very load that the base must not hold.
            self._measuring, self._skip, self._window = True, int(self._limit), LatencyWindow()
        elif self._window.count >= self.limit and self._window.conclusive(self._window_samples()):
            self._end_window()

    def _window_samples(self) -> int:
        return max(_WINDOW_SAMPLES, self.limit) * (_WINDOW_FACTOR_AFTER_CUT if self._was_cut else 1)

    def _measure(self, now: float) -> None:
        if self._window.count < self._skip:
            return
        first = self._measured_at is None
        if self._skip and not (first and self._window.conclusive(_BASE_SAMPLES)):
            self._skip, self._window = 0, LatencyWindow()
        elif self._window.conclusive(_BASE_SAMPLES):
            self._base, self._measuring, self._measured_at = self._window.mean, False, now
            self.saturated = self.saturated and first  # a reduced limit does not show that more is needed
            self._end_window()

    def _end_window(self) -> None:
        ratio = self._window.mean / self._base if self._base > 0 else 1.0
        if ratio > _CUT_ABOVE_RATIO:
            self._was_cut = True
            self._limit = max(float(_MIN_IN_FLIGHT), self._limit * _CUT_FACTOR)
        elif ratio < _GROW_BELOW_RATIO:
            no_queue = ratio < _NO_QUEUE_BELOW_RATIO  # whatever made it slow is over
            self._was_cut = self._was_cut and not no_queue
            if self.saturated:
                growth = _GROWTH_FACTOR if no_queue else _SLOW_GROWTH_FACTOR
                self._limit = min(float(self.maximum), self._limit * growth)
        self.saturated = False
        self._window = LatencyWindow()
