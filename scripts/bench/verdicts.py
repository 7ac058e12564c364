"""What a verdict on counts and a corrected row cost, beside fixed work of the interpreter, in CPU seconds."""

from __future__ import annotations

from datetime import UTC, datetime

from calls import interpret
from measuring import Figure, interleaved

from abclient.analysis import Sample, correct_rows, fixed_horizon
from abclient.results import ResultRow

MANY = 10_000
INTERPRETING = "a thousand rounds of a plain loop, beside it"


def measure(rounds: int = 5) -> dict[str, Figure]:
    """CPU seconds of one verdict, of one row among ten thousand corrected, and of what they may be compared with."""
    baseline = Sample.of_conversions(units=10_000, conversions=1_000)
    rows = [
        ResultRow(
            vendor="optimizely",
            experiment_id=str(place // 10),
            variation_id=str(place % 10),
            probability=place % 1000 / 1000,
            probability_kind="significance",
            fetched_at=datetime(2026, 1, 1, tzinfo=UTC),
        )
        for place in range(MANY)
    ]

    def judge_all() -> None:
        for place in range(MANY):
            fixed_horizon(baseline, Sample.of_conversions(units=10_000, conversions=900 + place % 250))

    def interpret_often() -> None:
        for _ in range(MANY // 10):
            interpret()

    judge_all()  # SciPy is imported by the first
    runs = {
        "a verdict": judge_all,
        "a corrected row": lambda: correct_rows(rows, family="all"),
        INTERPRETING: interpret_often,
    }
    each = {INTERPRETING: MANY // 10}
    return {
        name: Figure.of(seconds / each.get(name, MANY) for seconds in figure.rounds)
        for name, figure in interleaved(runs, rounds).items()
    }


def main() -> None:
    """Print the figures."""
    for name, figure in measure().items():
        print(f"  {name:45} {figure.median * 1e6:6.1f} µs   ({figure.low * 1e6:.1f} to {figure.high * 1e6:.1f})")


if __name__ == "__main__":
    main()
