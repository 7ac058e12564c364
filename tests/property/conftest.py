"""Says how many cases were tried, when fuzzing."""

from __future__ import annotations

import pytest

from support.cases import FACTOR, TRIED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line for each property, and their sum."""
    if FACTOR > 1:
        terminalreporter.section("cases tried")
        for name, number in sorted(TRIED.items()):
            terminalreporter.write_line(f"{number:10,}  {name}")
        terminalreporter.write_line(f"{TRIED.total():10,}  in all")
