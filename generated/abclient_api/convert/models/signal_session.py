from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar, Self

from attrs import define

from ..._models import Model, items, new, salvaged


@define(eq=False, repr=False, kw_only=True, getstate_setstate=False)
class SignalSession(Model):
    """A session with signs of frustration."""

    FIELDS: ClassVar[Mapping[str, str]] = {
        "id": "id",
        "duration": "duration",
        "visited_pages": "visited_pages",
        "visited_pages_count": "visited_pages_count",
        "entry_page": "entry_page",
        "exit_page": "exit_page",
        "session_start_time": "session_start_time",
        "device": "device",
        "browser": "browser",
        "country_code": "country_code",
        "watched": "watched",
    }
    NESTED: ClassVar[Mapping[str, str]] = {
        "visited_pages": "list of read_visited_page",
    }

    id: str
    """The id."""
    duration: int | None = None
    """How long it lasted; the unit is not documented."""
    visited_pages: list[VisitedPage] | None = None
    """The pages that were visited."""
    visited_pages_count: int | None = None
    """How many pages were visited."""
    entry_page: str | None = None
    """The page at which it began."""
    exit_page: str | None = None
    """The page at which it ended."""
    session_start_time: int | None = None
    """When it began; the unit is not documented."""
    device: str | None = None
    """The device."""
    browser: str | None = None
    """The browser."""
    country_code: str | None = None
    """The country, in two letters (ISO 3166)."""
    watched: bool | None = None
    """Whether somebody has watched it."""

    @classmethod
    def from_dict(cls, data: Any) -> Self:
        self = new(cls)
        try:
            self.id = data["id"]
            self.duration = data.get("duration")
            self.visited_pages = (
                None
                if (v := data.get("visited_pages")) is None
                else [read_visited_page(x0) for x0 in items(v) if x0 is not None]
            )
            self.visited_pages_count = data.get("visited_pages_count")
            self.entry_page = data.get("entry_page")
            self.exit_page = data.get("exit_page")
            self.session_start_time = data.get("session_start_time")
            self.device = data.get("device")
            self.browser = data.get("browser")
            self.country_code = data.get("country_code")
            self.watched = data.get("watched")
        except Exception as exc:
            data = salvaged(exc, self, data)
        self._raw = data
        return self


read_signal_session: Callable[[Any], SignalSession] = SignalSession.from_dict


from .visited_page import VisitedPage, read_visited_page
