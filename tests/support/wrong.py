"""Values of other types than arguments take: calls with them are refused before anything is sent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any, TypeAlias

Calls: TypeAlias = dict[str, Callable[[Any, Any], Any]]
"""What calls a client with a value for an argument, by the argument's name."""

DAY, NAIVE = date(2026, 1, 1), datetime(2026, 1, 1)
NO_MOMENT: list[Any] = ["garbage", 5, DAY, NAIVE, True, [NAIVE.replace(tzinfo=UTC)]]
NO_SIZE: list[Any] = ["5", 0, -1, True, 1.0, [1]]
NO_ID: list[Any] = ["1", -1, True, 1.0, [1]]
NO_TEXT: list[Any] = [5, True, b"x", {"a": 1}]
NO_FLAG: list[Any] = [5, "true", 1, [True]]
NO_DAY: list[Any] = ["garbage", 5, NAIVE, "2026-13-01", True]
