"""How many requests may be in flight: as many as make the vendor faster, not slower."""

from __future__ import annotations

_FIRST, _MOST, _LEAST = 8, 100, 2
_EARLY_BIRDS, _BASE_ANSWERS = 8, 32
_SMALLEST_ROUND = 24
_QUICK, _STEADY, _SLOWER = 1.3, 1.9, 2.4
_FIRST_GROWTH, _GROWTH, _CAREFUL_GROWTH, _CUT = 1.8, 1.6, 1.15, 0.85


class Brake:
    """Lets more requests be in flight while all places are taken and answers stay quick; fewer when they get slow.

    Quick and slow are the mean of a round of answers against the mean of the first ones: single answers differ by far
    more than a queue adds. The first mean is kept: one that followed the answers would drift up with the queue.

    Args:
        most: how many may be in flight at most.
    """

    __slots__ = ("_answers", "_base", "_braked", "_growth", "_limit", "_seconds", "full", "most")

    def __init__(self, most: int = _MOST) -> None:
        self.most: int = most
        self.full: bool = False
        self._limit = float(min(_FIRST, most))
        self._growth = _FIRST_GROWTH
        self._braked = False
        # Whoever answers first is quick: those are not what answers usually take.
        self._answers, self._seconds = -_EARLY_BIRDS, 0.0
        self._base: float | None = None

    @property
    def limit(self) -> int:
        """How many may be in flight now."""
        return int(self._limit)

    def answered(self, seconds: float) -> None:
        """An answer took so long."""
        self._answers += 1
        if self._answers <= 0:
            return
        self._seconds += seconds
        if self._answers >= self._round_size():
            self._end_round(self._seconds / self._answers)

    def _round_size(self) -> int:
        if self._base is None:
            return _BASE_ANSWERS
        return max(_SMALLEST_ROUND, self.limit) * (3 if self._braked else 1)

    def _end_round(self, mean: float) -> None:
        if self._base is None:
            self._base = mean
        slower = mean / self._base if self._base > 0 else 1.0
        if slower > _SLOWER:
            self._braked, self._growth = True, _CAREFUL_GROWTH
            self._limit = max(float(_LEAST), self._limit * _CUT)
        elif slower > _STEADY:
            self._growth = _CAREFUL_GROWTH
        else:
            if slower < _QUICK:  # no queue at all: what made it slow, if anything did, is over
                self._braked, self._growth = False, max(self._growth, _GROWTH)
            if self.full:
                self._limit = min(float(self.most), self._limit * self._growth)
        self.full = False
        self._answers, self._seconds = 0, 0.0
