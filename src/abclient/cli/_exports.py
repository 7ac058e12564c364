"""Exports that a command reads, several at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from ..errors import ExportError
from ..export import Exported, merge_experiments, read_experiments, read_failures
from ._run import print_error


class Exports(NamedTuple):
    """What several exports have.

    Attributes:
        experiments: each once, with the newest rows of every result.
        failures: the reasons, by the directory and what could not be exported or read.
        failed: what could not be exported, without the directory.
    """

    experiments: list[Exported]
    failures: dict[str, Exception | str]
    failed: set[str]


def read_exports(directories: Sequence[Path]) -> Exports:
    """The experiments of all exports that can be read; that several have the same results is said.

    Raises:
        ExportError: the only one cannot be read.
    """
    failures: dict[str, Exception | str] = {}
    found: list[Exported] = []
    failed: set[str] = set()
    for directory in directories:
        try:
            failing = read_failures(directory)
            own = list(read_experiments(directory))
        except ExportError as error:
            if len(directories) == 1:
                raise
            failures[str(directory)] = str(error).removeprefix(f"{directory}: ")
            continue
        failures |= {f"{directory}, {key}": why for key, why in failing.items()}
        failed |= failing.keys()
        found += own
    experiments = merge_experiments(found)
    if repeated := sum(one.repeated for one in experiments):
        print_error(
            f"these exports overlap; results that several of them have: {repeated}; the newest rows of each count"
        )
    return Exports(experiments, failures, failed)
