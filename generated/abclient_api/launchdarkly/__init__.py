"""LaunchDarkly for experiments: requests described, answers parsed, nothing sent."""

SERVERS: tuple[str, ...] = (
    "https://app.launchdarkly.com",
    "https://app.launchdarkly.us",
    "https://app.eu.launchdarkly.com",
)
"""Base addresses that paths are appended to, the usual one first."""
