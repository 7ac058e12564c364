"""Optimizely Classic REST API: requests described, answers parsed, nothing sent."""

SERVERS: tuple[str, ...] = ("https://www.optimizelyapis.com/experiment/v1",)
"""Base addresses that paths are appended to, the usual one first."""

CREDENTIALS: dict[str, tuple[str, str]] = {
    "legacyToken": ("token", ""),
    "oauth2": ("authorization", "Bearer "),
}
"""Of each security scheme that is a header: its name, and what stands before the credential there."""
