"""How much of the traffic may be retries."""

from __future__ import annotations

from .._policy import retry_cost


class RetryQuota:
    """Bounds how much of the traffic may be retries, however many calls fail at once.

    A retry takes some of the quota, a success gives one back; when it is used up, errors are raised instead of retried.
    In an outage this turns a storm of retries into a trickle.
    """

    def __init__(self, capacity: int = 500) -> None:
        self.capacity: int = capacity
        self.left: int = capacity

    def lacks(self, status: int | None) -> bool:
        """Whether there is no room for a retry after this status (None: no answer)."""
        return retry_cost(status) > self.left

    def take(self, status: int | None) -> bool:
        """Whether there is room for a retry after this status (None: no answer); takes it if so."""
        if self.lacks(status):
            return False
        self.left -= retry_cost(status)
        return True

    def give_back(self) -> None:
        """A request succeeded."""
        if self.left < self.capacity:
            self.left += 1
