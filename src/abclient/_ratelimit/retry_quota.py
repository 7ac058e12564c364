"""How much of the traffic may be retries."""

from __future__ import annotations


class RetryQuota:
    """Bounds how much of the traffic may be retries, however many calls fail at once.

    A retry takes some of the quota, a success gives one back; when it is used up, errors are raised instead of retried.
    In an outage this turns a retry storm into a trickle.

    Args:
        capacity: units; 500 as in botocore's standard retry mode, where a retry takes 5 to 14.
    """

    def __init__(self, capacity: int = 500) -> None:
        self.capacity: int = capacity
        self.left: int = capacity

    def take(self, cost: int) -> None:
        """A request is retried."""
        self.left -= cost

    def give_back(self) -> None:
        """A request succeeded."""
        if self.left < self.capacity:
            self.left += 1
