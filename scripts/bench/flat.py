"""What memory grows by: a list of 1,000,000 experiments, page by page, and 100,000 results in bulk.

The answers come from memory and are small, because what is looked for is what stays behind, not what passes.
"""

from __future__ import annotations

import asyncio
import json
import os
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import abclient
from abclient.transports import WireRequest, WireResponse

LIMITS = {"paging through 1,000,000 experiments": 110.0, "100,000 results in bulk": 10.0}
"""Megabytes: a list remembers what it gave, in a hundred bytes an item, to give each once; and nothing else is kept."""
_PAGE = 1000


class _Endless:
    """Answers every request for a page or a result, from memory."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._row = {"name": "Experiment", "_maintainerId": "m", "_creationDate": 1657129307000}

    async def send(self, request: WireRequest) -> WireResponse:
        """Answer."""
        parts = urlsplit(request.url)
        if parts.path.endswith("/results"):
            document: dict[str, object] = {"treatmentResults": [{"treatmentId": "t", "mean": 0.5}]}
        else:
            offset = int(parse_qs(parts.query).get("offset", ["0"])[0])
            rows = [{**self._row, "key": str(offset + place)} for place in range(_PAGE)]
            document = {"items": rows, "total_count": self._total}
            if offset + _PAGE < self._total:
                document["_links"] = {"next": {"href": f"{parts.path}?limit={_PAGE}&offset={offset + _PAGE}"}}
        return WireResponse(status=200, headers=(), body=json.dumps(document).encode())

    async def aclose(self) -> None:
        """There is nothing to close."""


def _megabytes() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


async def _paged(total: int) -> float:
    """Megabytes gained between the first five thousand experiments and the last."""
    async with abclient.LaunchDarkly(token="t", transport=_Endless(total)) as client:
        seen, early, late = 0, 0.0, 0.0
        async for page in client.experiments("p", "e").list().pages():
            seen += len(page)
            late = _megabytes()  # afterwards, what the list remembered is gone
            if seen == 5 * _PAGE:
                early = late
    return late - early


async def _fetched(total: int) -> float:
    """Megabytes gained between the first thousand results and the last."""
    keys = ((str(number), "m") for number in range(total))
    async with abclient.LaunchDarkly(token="t", transport=_Endless(0)) as client:
        seen, early = 0, 0.0
        async for _ in client.experiments("p", "e").fetch_results(keys):
            seen += 1
            if seen == 1000:
                early = _megabytes()
    return _megabytes() - early


def main() -> dict[str, float]:
    """Print what is gained."""
    gained = (asyncio.run(_paged(1_000_000)), asyncio.run(_fetched(100_000)))
    found = dict(zip(LIMITS, gained, strict=True))
    print("Resident memory gained after the first thousands, MB")
    for name, megabytes in found.items():
        print(f"  {name:40} {megabytes:6.1f}, at most {LIMITS[name]:.0f} are allowed")
    return found


if __name__ == "__main__":
    main()
