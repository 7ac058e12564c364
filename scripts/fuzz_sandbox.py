"""Call every operation of every specification in the sandbox with generated data, right and wrong.

    .venv/bin/python scripts/fuzz_sandbox.py 40    # cases for each operation

Schemathesis draws the data from the specification and checks the answers against it: no 5xx, documented statuses and
content types, bodies of the documented shape. Most ids in paths are those of the sandbox, since hardly anything but 404
would be seen otherwise. Prints how many cases there were and what was answered; fails if anything is found.
"""

from __future__ import annotations

import argparse
import asyncio
import importlib
import json
import logging
import re
import sys
from collections import Counter, defaultdict
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any, cast

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from abclient.testing import Sandbox
from abclient.transports import WireRequest, WireResponse
from abclient.vendor import BUILT_IN, get
from abclient_api._runtime import Request

# Installed with the group "deep" only; types are checked without it.
requests: Any = importlib.import_module("requests")
schemathesis: Any = importlib.import_module("schemathesis")
GenerationMode: Any = schemathesis.GenerationMode

GENERATED = Path(__file__).parents[1] / "generated" / "abclient_api"
CHECKS = (
    *("not_a_server_error", "status_code_conformance"),
    *("content_type_conformance", "response_schema_conformance"),
)
REFUSALS = (400, 404, 409, 422)
"""These need not be documented: vendors list errors for some operations only, and refuse what is wrong in all."""


class Kept:
    """A transport that sends nothing, and keeps the headers of what it was to send."""

    def __init__(self) -> None:
        self.headers: tuple[tuple[str, str], ...] = ()

    async def send(self, request: WireRequest) -> WireResponse:
        """Keep the headers."""
        self.headers = request.headers
        return WireResponse(status=204, headers=(), body=b"")

    async def aclose(self) -> None:
        """Nothing to close."""


class Credentials:
    """What the vendor's client adds to a request, on the request as it is sent.

    Args:
        vendor: the vendor's name.
        options: the keywords of its client.
    """

    def __init__(self, vendor: str, options: dict[str, Any]) -> None:
        self._kept = Kept()
        self._base: str = options["base_url"]
        self._client = get(vendor).open(**options, transport=self._kept)
        self._loop = asyncio.new_event_loop()

    def __call__(self, request: Any) -> Any:
        """Add the headers."""
        path, _, query = str(request.url).removeprefix(self._base).partition("?")
        body = request.body.encode() if isinstance(request.body, str) else request.body
        described: Request[Any, Any] = Request(
            operation="fuzz", method="POST", path_template=path, path=path, query=query, body=body, parse=str
        )
        self._loop.run_until_complete(self._client.send_raw(described))
        request.headers.update({name: value for name, value in self._kept.headers if name.lower() not in OF_THE_CASE})
        return request

    def close(self) -> None:
        """Close the client."""
        self._loop.run_until_complete(self._client.aclose())
        self._loop.close()


OF_THE_CASE = {"accept", "content-type", "user-agent"}
"""Headers that are a part of what is tried."""


def known_ids(listing: object, name: str = "") -> dict[str, list[Any]]:
    """What exists in the sandbox, by what it is: the ids and keys of a listing, however deep."""
    if isinstance(listing, dict):
        found: dict[str, list[Any]] = defaultdict(list)
        for key, value in cast("dict[str, Any]", listing).items():
            for kind, values in known_ids(value, name if key in {"id", "key"} else key).items():
                found[kind] += values
        return found
    if isinstance(listing, list):
        one = re.sub(r"ses$", "sis", name) if name.endswith("ses") else name.removesuffix("s")
        items = [known_ids(item, one) for item in cast("list[object]", listing)]
        return {kind: [value for each in items for value in each.get(kind, ())] for each in items for kind in each}
    return {name: [listing]}


def ids_for(parameter: str, known: dict[str, list[Any]]) -> list[Any]:
    """The ids that a parameter of a path may have: ``featureFlagKey`` is what a ``flag`` has."""
    word = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", parameter).lower().rpartition("_")[0]
    like = [ids for kind, ids in known.items() if word.endswith(f"_{kind}") or kind.endswith(f"_{word}")]
    return known.get(word) or (like[0] if like else [])


class Found:
    """What the checks had to say: once for each operation and kind of failure."""

    def __init__(self) -> None:
        self.operations = self.cases = 0
        self.statuses: Counter[int] = Counter()
        self.failures: dict[tuple[str, str], str] = {}

    def check(self, case: Any, response: Any) -> None:
        """Note what was answered, and what is wrong with it."""
        self.cases += 1
        self.statuses[response.status_code] += 1
        for name in CHECKS:
            if name == "status_code_conformance" and response.status_code in REFUSALS:
                continue
            try:
                case.validate_response(response, checks=[getattr(schemathesis.checks, name)])
            except* Exception as group:
                for failure in leaves(group):
                    title = getattr(failure, "title", type(failure).__name__)
                    key = (case.operation.label, f"{title} {response.status_code} {str(failure)[:150]}")
                    self.failures.setdefault(key, f"{case.as_curl_command()[:400]}\n{response.text[:300]}")


def leaves(failure: Any) -> list[Any]:
    """The exceptions of a group and of the groups in it."""
    inner = getattr(failure, "exceptions", None)
    return [failure] if inner is None else [leaf for one in inner for leaf in leaves(one)]


def fuzz(operation: Any, ids: dict[str, list[Any]], cases: int, send: Any, found: Found) -> None:
    """Call one operation so often, in a third of the cases with wrong data."""
    parameters = {one.name: ids_for(one.name, ids) for one in operation.path_parameters}

    @settings(
        max_examples=cases,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
    )
    @given(st.data())
    def run(data: st.DataObject) -> None:
        mode = data.draw(st.sampled_from([GenerationMode.POSITIVE, GenerationMode.POSITIVE, GenerationMode.NEGATIVE]))
        case = data.draw(operation.as_strategy(generation_mode=mode))
        for name, known in parameters.items():
            if known and data.draw(st.sampled_from(range(10))):
                case.path_parameters[name] = data.draw(st.sampled_from(known))
        found.check(case, send(case))

    run()


def call(case: Any, **options: Any) -> Any:
    """Send a case, and get its answer."""
    return case.call(**options)


def fuzz_vendor(vendor: str, cases: int) -> Found:
    """Call every operation of a vendor, in a sandbox of its own."""
    document: Any = json.loads((GENERATED / vendor / "openapi.json").read_text("utf-8"))
    schema: Any = schemathesis.openapi.from_dict(document)
    found = Found()
    with Sandbox(experiments=8, seed=1) as sandbox, requests.Session() as session, ExitStack() as cleanup:
        session.trust_env = False
        options = sandbox.client_options(vendor)
        base: str = options["base_url"]
        session.auth = credentials = Credentials(vendor, options)
        cleanup.callback(credentials.close)
        ids = known_ids(sandbox.world()[vendor])
        operations: Any = schema.get_all_operations()
        for result in operations:
            found.operations += 1
            fuzz(result.ok(), ids, cases, partial(call, base_url=base, session=session), found)
    return found


def main(arguments: list[str]) -> int:
    """Fuzz each vendor; 1 if something was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=int, help="for each operation")
    parser.add_argument("--vendor", choices=BUILT_IN, action="append", help="only this one")
    chosen = parser.parse_args(arguments)
    logging.disable()  # of every case
    total, failures = 0, 0
    for vendor in chosen.vendor or BUILT_IN:
        found = fuzz_vendor(vendor, chosen.cases)
        met = ", ".join(f"{number} x {status}" for status, number in sorted(found.statuses.items()))
        print(f"{vendor:20}{found.operations:4} operations{found.cases:8,} cases: {met}", flush=True)
        for (operation, what), sample in found.failures.items():
            print(f"\n{operation}: {what}\n{sample}")
        total += found.cases
        failures += len(found.failures)
    print(f"{'all':20}{total:23,} cases, {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
