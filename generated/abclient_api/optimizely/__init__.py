"""Optimizely REST API: requests described, answers parsed, nothing sent."""

SERVERS: tuple[str, ...] = ("https://api.optimizely.com/v2",)
"""Base addresses that paths are appended to, the usual one first."""
