"""An end of the process between two changes of an export directory."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from abclient.export._directory import Directory


class EndedError(Exception):
    """The process ended."""


def end_after(steps: int, patch: pytest.MonkeyPatch) -> None:
    """Let everything that changes a directory raise ``EndedError`` once so many changes were made."""
    left = [steps]

    def counted(step: Callable[..., Any]) -> Callable[..., Any]:
        def until_the_end(*arguments: Any) -> Any:
            if not left[0]:
                raise EndedError
            left[0] -= 1
            return step(*arguments)

        return until_the_end

    for name in ("put", "prepare", "settle", "sweep"):
        patch.setattr(Directory, name, counted(getattr(Directory, name)))
