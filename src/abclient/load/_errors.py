"""What went wrong in a load."""

from __future__ import annotations

from ..errors import ABClientError


class LoadError(ABClientError):
    """Rows could not be loaded; what the warehouse had before is still there, and the same call can be repeated."""
