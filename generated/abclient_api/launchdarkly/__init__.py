"""LaunchDarkly for experiments: requests described, answers parsed, nothing sent."""

SERVERS: tuple[str, ...] = (
    "https://app.launchdarkly.com",
    "https://app.launchdarkly.us",
    "https://app.eu.launchdarkly.com",
)
"""Base addresses that paths are appended to, the usual one first."""

CREDENTIALS: dict[str, tuple[str, str]] = {
    "ApiKey": ("authorization", ""),
}
"""Of each security scheme that is a header: its name, and what stands before the credential there."""
