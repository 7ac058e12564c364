"""How many requests may be in flight: as many as raise throughput without building a queue at the vendor."""

from __future__ import annotations

# Simulated without a limit (e1, e2, n0). Beside each value: what else was tried, and the time over the ideal time with
# it "for" that with the chosen value. See docs/rate-limits.md#parameters.
_INITIAL_IN_FLIGHT = 8  # 4: n0 1.29 for 1.23; 16: the same, with a burst twice as large
_MAX_IN_FLIGHT = 100  # not simulated: as many as a client's connections
_MIN_IN_FLIGHT = 2  # 1 and 4: e2 the same; a server that gets slower for good 3.44 and 3.25 for 3.34
_MIN_SAMPLES = 8  # responses; 16: 200 items of n0 3.66 for 3.31; 4: 3.29
_WINDOW_SAMPLES = 24  # responses; 12: e2 1.09 for 1.07; 48: e1 1.16 for 1.14
_BASE_SAMPLES = 32  # responses; 16: e1 1.38 for 1.14; 64: 1.15
_CONCLUSIVE_VARIATION = 0.15  # standard deviation over mean; 0.4: e2 1.34 for 1.07; 0.05: the same
_NO_QUEUE_BELOW_RATIO = 1.3  # latency over its base, as the next two; 1.6: e2 1.12 for 1.07; 1.1: the same
_GROW_BELOW_RATIO = 1.9  # 1.6: e1 1.15 for 1.14; 2.2: e2 1.08 for 1.07
_CUT_ABOVE_RATIO = 2.4  # 2.1: e1 1.16 for 1.14; 3: e2 1.08 for 1.07
_GROWTH_FACTOR = 2.0  # 1.5: n0 1.30 for 1.23; 3: e2 1.18 for 1.07
_SLOW_GROWTH_FACTOR = 1.15  # 1.05: the same; 1.4: e2 1.10 for 1.07
_CUT_FACTOR = 0.85  # 0.7: e1 1.19 for 1.14; 0.95: e2 1.12 for 1.07
_WINDOW_FACTOR_AFTER_CUT = 3  # 1: e1 1.18 for 1.14; 6: e2 1.09 for 1.07
_MIN_BASE_SECONDS = 0.01  # not simulated: what less takes is this process's own work, of 100 µs a response and more
_BASE_MAX_AGE_SECONDS = 120.0  # 30: 20,000 of e1 1.07 for 1.05; 480: a server that gets slower for good 7.96 for 3.34
_BASE_LOAD_FACTOR = 0.25  # 0.1 and 0.8: the same


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
            self._base, self._measuring = max(_MIN_BASE_SECONDS, self._window.mean), False
            self._measured_at = now
            self.saturated = self.saturated and first  # a reduced limit does not show that more is needed
            self._end_window()

    def _end_window(self) -> None:
        ratio = self._window.mean / self._base
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
