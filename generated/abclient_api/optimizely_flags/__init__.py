"""Optimizely Feature Experimentation API: requests described, answers parsed, nothing sent."""

SERVERS: tuple[str, ...] = ("https://api.optimizely.com/flags/v1",)
"""Base addresses that paths are appended to, the usual one first."""
