"""How cost grows: with the number of workers, the size of the answer, the size of a page, and with TLS."""

from __future__ import annotations

import pages
from competing import compete
from contestants import BARE, BY_HAND, DEFAULT, STANDARD, Target
from documents_launchdarkly import results
from serving import Served

WORKERS = (1, 10, 32, 100, 200, 500)
SIZES = {"s1": 2, "s10": 9, "s100": 28, "s1000": 90}
"""Treatments in a document, by its name, which says about how many kB that makes."""

_NAMES = [BARE, BY_HAND, DEFAULT, STANDARD]
_ROUNDS = 2

Table = dict[str, dict[str, float]]
"""Microseconds of CPU by contestant, for each row's label."""

PER_WORKERS, PER_SIZE, PER_PAGE, PER_TLS = "workers", "response, kB, 32 workers", "page size", "connection, 32 workers"
UNITS = {PER_PAGE: "experiment"}
"""What the microseconds of a table are for, where that is not a request."""


def documents() -> dict[str, bytes]:
    """What the server has to have."""
    return {name: results(treatments) for name, treatments in SIZES.items()} | pages.documents()


def _row(target: Target, workers: int) -> dict[str, float]:
    # One httpx client takes 10 ms and more for each request of 500 workers, which would take most of the bench.
    names = [name for name in _NAMES if name != BARE or workers <= 200]
    found = compete(names, target, workers, _ROUNDS)
    return {name: entry[0].median for name, entry in found.items() if not isinstance(entry, str)}


def _pages(served: Served, size: int) -> dict[str, float]:
    found = compete(_NAMES, Target(f"{served.plain}/pages{size}", page_size=size), 1, _ROUNDS)
    return {name: entry[0].median / size for name, entry in found.items() if not isinstance(entry, str)}


def measure(served: Served) -> dict[str, Table]:
    """One table for each thing that grows."""
    plain = Target(f"{served.plain}/s10")
    by_workers = {str(workers): _row(plain, workers) for workers in WORKERS}
    tables: dict[str, Table] = {
        PER_WORKERS: by_workers,
        PER_SIZE: {
            f"{len(results(treatments)) / 1000:,.0f}": (
                by_workers["32"] if name == "s10" else _row(Target(f"{served.plain}/{name}"), 32)
            )
            for name, treatments in SIZES.items()
        },
        PER_PAGE: {str(size): _pages(served, size) for size in pages.SIZES},
    }
    if served.secure is not None:
        secure = Target(f"{served.secure}/s10", served.authority)
        tables[PER_TLS] = {"plain": by_workers["32"], "TLS": _row(secure, 32)}
    return tables


def show(tables: dict[str, Table]) -> None:
    """Print the tables."""
    for title, table in tables.items():
        print(f"CPU microseconds per {UNITS.get(title, 'request')}, by {title}")
        for label, row in table.items():
            print(f"  {label:>6}  " + "   ".join(f"{name} {cost:,.0f}" for name, cost in row.items()))
