"""The rate limiter of one account at one host: when the next request may be sent.

Four things decide, each in a file of its own: what the vendor announces (``quota``), a gate that closes after a refusal
and one probe reopens (``gate``), a rate learned from refusals where nothing is announced (``rate``), and a brake on how
many are in flight, by latency (``brake``). ``limiter`` puts them together; clock, sleep and randomness are passed in,
so that an hour of weather can be tested in a moment.
"""

from __future__ import annotations

from .limiter import RateLimiter
from .quota import Permit
from .retry_quota import RetryQuota
from .state import RateLimitState, parse_state

__all__ = ["Permit", "RateLimitState", "RateLimiter", "RetryQuota", "parse_state"]
