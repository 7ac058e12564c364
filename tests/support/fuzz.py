"""Feeds the parsers broken input: ``python -m support.fuzz 1000000`` for a million cases.

Every case has a number and draws the same again: ``python -m support.fuzz 1 --only link --from 4711 --seed 7``.
"""

from __future__ import annotations

import argparse
import secrets
import sys
import traceback
from collections.abc import Callable
from time import perf_counter

from support import claims, claims_data
from support.noise import Noise

CLAIMS: dict[str, Callable[[Noise], None]] = {claim.__name__: claim for claim in (*claims.CLAIMS, *claims_data.CLAIMS)}


def tried(name: str, cases: range, seed: int) -> int:
    """Check one claim for these cases.

    Returns:
        How many.

    Raises:
        Exception: what the first failing case ended in, with a note of how to repeat it.
    """
    for case in cases:
        try:
            CLAIMS[name](Noise(f"{name} {seed} {case}"))
        except Exception as error:
            error.add_note(f"python -m support.fuzz 1 --only {name!r} --from {case} --seed {seed}")
            raise
    return len(cases)


def main(arguments: list[str]) -> int:
    """Check every claim for its part of the cases, and print how many there were; 1 if one does not hold."""
    parser = argparse.ArgumentParser(prog="python -m support.fuzz", description=__doc__)
    parser.add_argument("cases", type=int, help="how many, for all claims together")
    parser.add_argument("--only", default="", help="claims with this in their name")
    parser.add_argument("--from", type=int, default=0, dest="first", help="the number of the first case")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(2**32), help="draws other cases")
    given = parser.parse_args(arguments)
    names = [name for name in CLAIMS if given.only in name]
    each = -(-given.cases // len(names))
    total = 0
    print(f"seed {given.seed}")
    for name in names:
        began = perf_counter()
        try:
            total += tried(name, range(given.first, given.first + each), given.seed)
        except Exception:  # the others are worth knowing about, too
            traceback.print_exc()
            continue
        print(f"{each:10,}  {name.replace('_', ' ')} ({perf_counter() - began:.0f} s)", flush=True)
    print(f"{total:10,}  in all without a failure")
    return 0 if total == each * len(names) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
