"""How the cost of a request grows: with the number of workers, with the size of the answer, with TLS."""

from __future__ import annotations

from competing import compete
from contestants import BARE, BY_HAND, DEFAULT, FAST, Target
from decoding import results
from serving import Served

WORKERS = (1, 10, 32, 100, 200, 500)
SIZES = {"s1": 3, "s10": 25, "s100": 250, "s1000": 2500}
"""Treatments in a document, by its name, which says about how many kB that makes."""

_NAMES = [BARE, BY_HAND, DEFAULT, FAST]
_ROUNDS = 2

Table = dict[str, dict[str, float]]
"""Microseconds of CPU by contestant, for each row's label."""


def documents() -> dict[str, bytes]:
    """What the server has to have."""
    return {name: results(treatments) for name, treatments in SIZES.items()}


def _row(target: Target, workers: int) -> dict[str, float]:
    # One httpx client takes 10 ms and more for each request of 500 workers, which would take most of the bench.
    names = [name for name in _NAMES if name != BARE or workers <= 200]
    found = compete(names, target, workers, _ROUNDS)
    return {name: entry[0].median for name, entry in found.items() if not isinstance(entry, str)}


def measure(served: Served) -> dict[str, Table]:
    """One table for each thing that grows."""
    plain = Target(f"{served.plain}/s10")
    by_workers = {str(workers): _row(plain, workers) for workers in WORKERS}
    by_size = {
        f"{len(document) / 1000:,.0f}": (
            by_workers["32"] if name == "s10" else _row(Target(f"{served.plain}/{name}"), 32)
        )
        for name, document in documents().items()
    }
    tables: dict[str, Table] = {"workers": by_workers, "answer, kB, 32 workers": by_size}
    if served.secure is not None:
        secure = Target(f"{served.secure}/s10", served.authority)
        tables["connection, 32 workers"] = {"plain": by_workers["32"], "TLS": _row(secure, 32)}
    return tables


def show(tables: dict[str, Table]) -> None:
    """Print the tables."""
    for title, table in tables.items():
        print(f"CPU microseconds per request, by {title}")
        for label, row in table.items():
            print(f"  {label:>6}  " + "   ".join(f"{name} {cost:,.0f}" for name, cost in row.items()))
