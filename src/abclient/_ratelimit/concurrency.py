"""How many requests may be in flight: as many as make the vendor faster, not slower."""

from __future__ import annotations

_FIRST, _MOST, _LEAST = 8, 100, 2
_FEWEST_ANSWERS, _ANSWERS, _BASE_ANSWERS = 8, 24, 32
_AGREEING = 0.15
_QUICK, _STEADY, _SLOWER = 1.3, 1.9, 2.4
_GROWTH, _CAREFUL_GROWTH, _CUT = 2.0, 1.15, 0.85
_MEASURED_FOR, _EASED = 120.0, 0.25


class Round:
    """A round of answers: how long they take in the mean, and whether there are enough of them to tell."""

    __slots__ = ("_squares", "_sum", "count")

    def __init__(self) -> None:
        self.count: int = 0
        self._sum = self._squares = 0.0

    def add(self, seconds: float) -> None:
        """One answer took so long."""
        self.count += 1
        self._sum += seconds
        self._squares += seconds * seconds

    @property
    def mean(self) -> float:
        """Seconds."""
        return self._sum / self.count

    def tells(self, enough: int) -> bool:
        """Whether there are enough, or fewer that agree so well that more would say nothing else."""
        if self.count < _FEWEST_ANSWERS or self.count >= enough:
            return self.count >= enough
        variance = self._squares / self.count - self.mean**2
        return variance <= (_AGREEING * self.mean) ** 2


class Brake:
    """Lets more requests be in flight while all places are taken and answers stay quick; fewer when they get slow.

    Quick and slow are the mean of a round of answers against a base: single answers differ by far more than a queue
    adds. The base does not follow the answers, because it would drift up with the queue. It is measured with few
    requests in flight, at first and again every two minutes: a server may have become slower, or faster, for good.

    Args:
        most: how many may be in flight at most.
    """

    __slots__ = ("_base", "_braked", "_limit", "_measured_at", "_measuring", "_old", "_round", "full", "most")

    def __init__(self, most: int = _MOST) -> None:
        self.most: int = most
        self.full: bool = False
        self._limit = float(min(_FIRST, most))
        self._braked = False
        self._round = Round()
        self._base = 0.0
        self._measuring = True
        self._measured_at: float | None = None
        # Answers to leave out before the base is measured. At first: whoever answers first is quick.
        self._old = _FEWEST_ANSWERS

    @property
    def limit(self) -> int:
        """How many may be in flight now."""
        if self._measuring and self._measured_at is not None:
            return max(_LEAST, int(self._limit * _EASED))
        return int(self._limit)

    def answered(self, seconds: float, now: float) -> None:
        """An answer took so long, and was there at that moment."""
        self._round.add(seconds)
        if self._measuring:
            self._measure(now)
        elif self._measured_at is not None and now - self._measured_at >= _MEASURED_FOR:
            # What is in flight now was sent into the very load that the base must not hold.
            self._measuring, self._old, self._round = True, int(self._limit), Round()
        elif self._round.count >= self.limit and self._round.tells(self._round_size()):
            self._end_round()

    def _round_size(self) -> int:
        return max(_ANSWERS, self.limit) * (3 if self._braked else 1)

    def _measure(self, now: float) -> None:
        if self._round.count < self._old:
            return
        first = self._measured_at is None
        if self._old and not (first and self._round.tells(_BASE_ANSWERS)):
            self._old, self._round = 0, Round()
        elif self._round.tells(_BASE_ANSWERS):
            self._base, self._measuring, self._measured_at = self._round.mean, False, now
            self.full = self.full and first  # fewer places than usual are no sign that more are needed
            self._end_round()

    def _end_round(self) -> None:
        slower = self._round.mean / self._base if self._base > 0 else 1.0
        if slower > _SLOWER:
            self._braked = True
            self._limit = max(float(_LEAST), self._limit * _CUT)
        elif slower < _STEADY:
            quick = slower < _QUICK  # no queue at all: what made it slow, if anything did, is over
            self._braked = self._braked and not quick
            if self.full:
                self._limit = min(float(self.most), self._limit * (_GROWTH if quick else _CAREFUL_GROWTH))
        self.full = False
        self._round = Round()
