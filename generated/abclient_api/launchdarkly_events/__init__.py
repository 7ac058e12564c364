"""LaunchDarkly metric import: requests described, answers parsed, nothing sent."""

SERVERS: tuple[str, ...] = (
    "https://events.launchdarkly.com",
    "https://events.launchdarkly.us",
    "https://events.eu.launchdarkly.com",
)
"""Base addresses that paths are appended to, the usual one first."""

CREDENTIALS: dict[str, tuple[str, str]] = {
    "ApiKey": ("authorization", ""),
}
"""Of each security scheme that is a header: its name, and what stands before the credential there."""
