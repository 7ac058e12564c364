"""Optimizely Permission Service: requests described, answers parsed, nothing sent."""

SERVERS: tuple[str, ...] = ("https://api.optimizely.com/permissions",)
"""Base addresses that paths are appended to, the usual one first."""

CREDENTIALS: dict[str, tuple[str, str]] = {
    "bearer": ("authorization", "Bearer "),
}
"""Of each security scheme that is a header: its name, and what stands before the credential there."""
