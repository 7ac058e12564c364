"""All benchmarks, one after the other. Each compares side by side in one run and prints ratios."""

from __future__ import annotations

import bench_transports
import decoding
import imports


def main() -> None:
    """Run them."""
    for bench in (imports, decoding, bench_transports):
        bench.main()
        print()


if __name__ == "__main__":
    main()
