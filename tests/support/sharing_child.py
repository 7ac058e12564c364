"""One of several processes that share a limit: fetches results, and prints a line of JSON about it.

    python -m support.sharing_child VENDOR URL TOKEN STORE ITEMS OPTIONS

STORE may be empty; OPTIONS are more keywords of the client, as JSON. Once it is ready it says so, and reads when to
begin, in seconds since 1970.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sys
import time
from typing import Any

import abclient


async def main(vendor: str, url: str, token: str, store: str, items: int, options: dict[str, Any]) -> None:
    client: Any = getattr(abclient, vendor)(token, base_url=url, rate_limit_store=store or None, **options)
    async with client:
        keys: list[Any] = list(range(1, items + 1))
        if vendor == "LaunchDarkly":
            fetch = client.experiments("sandbox", "production").fetch_results
            keys = [("no-such-experiment", f"metric-{number}") for number in keys]
        else:
            fetch = client.experiments.fetch_results
        print(json.dumps({"ready": True}), flush=True)
        begins = float(sys.stdin.readline())
        await asyncio.sleep(max(0.0, begins - time.time()))
        done = 0
        async for outcome in fetch(keys):
            # Results of what does not exist take a request like others, and the answer is small.
            done += outcome.ok or isinstance(outcome.error, abclient.NotFoundError)
        print(json.dumps({"ended": time.time(), "done": done}), flush=True)


if __name__ == "__main__":
    logging.disable()
    name, address, secret, kept_in, number, more = sys.argv[1:]
    asyncio.run(main(name, address, secret, kept_in, int(number), json.loads(more)))
