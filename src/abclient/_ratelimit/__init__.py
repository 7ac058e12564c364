"""When the next request may be sent: the rate limiter of one account at one host.

``limiter`` combines what the other files decide. Clock, sleep and randomness are passed in, so that an hour of traffic
can be tested in a moment. How it works, and what it reaches: ``docs/rate-limits.md``. The words that are used:

permit: what a request needs before it is sent, from ``acquire`` until its outcome is recorded or it is released.
quota window: a limit that the vendor announces, as of the newest response, spread over the time until its reset.
reserve: the part of a window that is left to other clients, whose use shows in what the window loses without us.
ample: a window that holds all pending requests, so that they need not be spread.
learned rate: requests per second, found from 429s where nothing is announced, as TCP finds its own (CUBIC).
binding: the learned rate, and nothing else, is what holds requests back; only then does it grow.
episode: requests in flight together that were throttled together; it changes rate and cooldown once.
cooldown: nothing is sent after a 429 until one request, the probe, has succeeded (a half-open circuit breaker's way).
store: what several processes keep the limits of one account in; they number its requests together.
concurrency limit: requests in flight; it follows the latency, relative to a base measured with few in flight.
adaptive, fixed: bulk work that finds its own rate, or that has a given number of calls under way.
"""

from __future__ import annotations

from .limiter import RateLimiter
from .quota import Permit
from .retry_quota import RetryQuota
from .state import RateLimitState, parse_state

__all__ = ["Permit", "RateLimitState", "RateLimiter", "RetryQuota", "parse_state"]
