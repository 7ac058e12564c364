"""Convert Experiences REST API v2: requests described, answers parsed, nothing sent."""

SERVERS: tuple[str, ...] = ("https://api.convert.com/api/v2",)
"""Base addresses that paths are appended to, the usual one first."""

CREDENTIALS: dict[str, tuple[str, str]] = {
    "requestSigning": ("authorization", ""),
    "secretKey": ("authorization", "Bearer "),
}
"""Of each security scheme that is a header: its name, and what stands before the credential there."""
