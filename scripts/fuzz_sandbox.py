"""Call every operation of every specification in the sandbox with generated data, right and wrong.

    .venv/bin/python scripts/fuzz_sandbox.py 40    # cases for each operation

Schemathesis draws the data from the specification and checks the answers against it: no 5xx, documented statuses and
content types, bodies of the documented shape. Most ids in paths are those of the sandbox, since hardly anything but 404
would be seen otherwise. Prints how many cases there were and what was answered; fails if anything is found.
"""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode, checks

from abclient.testing import Sandbox
from abclient.vendors.convert._signing import RequestSigner

GENERATED = Path(__file__).parents[1] / "generated" / "abclient_api"
VENDORS = ("launchdarkly", "optimizely_classic", "optimizely", "convert")
CHECKS = (
    *("not_a_server_error", "status_code_conformance"),
    *("content_type_conformance", "response_schema_conformance"),
)
REFUSALS = (400, 404, 409, 422)
"""These need not be documented: vendors list errors for some operations only, and refuse what is wrong in all."""


class Credentials:
    """What each vendor wants to see, on the request as it is sent."""

    def __init__(self, vendor: str, token: str) -> None:
        self._vendor = vendor
        self._token = token
        self._signer = RequestSigner("sandbox-app", "sandbox-secret")

    def __call__(self, request: Any) -> Any:
        """Add the headers."""
        match self._vendor:
            case "convert":
                body: Any = request.body.encode() if isinstance(request.body, str) else request.body
                request.headers.update(dict(self._signer.headers(str(request.url), body)))
            case "optimizely_classic":
                request.headers["Token"] = self._token
            case "optimizely":
                request.headers["Authorization"] = f"Bearer {self._token}"
            case _:
                request.headers["Authorization"] = self._token
        return request


def known_ids(world: Any, vendor: str) -> dict[str, list[Any]]:
    """The values of path parameters that exist in the sandbox, by name."""
    there = world[vendor]
    if vendor == "launchdarkly":
        shown = there["experiments"]
        return {
            "projectKey": [there["project"]],
            "environmentKey": [there["environment"]],
            "experimentKey": [one["key"] for one in shown],
            "featureFlagKey": [one["flag"] for one in shown],
            "metricKey": sorted({key for one in shown for key in one["metrics"]}),
        }
    found: dict[str, list[Any]] = {}
    for kind, ids in there.items():
        known: Any = ids if isinstance(ids, list) else None
        if known:
            name = {"hypotheses": "hypothesis", "subject_access_requests": "request"}.get(kind, kind.removesuffix("s"))
            found[f"{name}_id"] = [one["id"] if isinstance(one, dict) else one for one in known]
    return found


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
                case.validate_response(response, checks=[getattr(checks, name)])
            except* Exception as group:
                caught: Any = group
                for failure in leaves(caught):
                    title = getattr(failure, "title", type(failure).__name__)
                    key = (case.operation.label, f"{title} {response.status_code} {str(failure)[:150]}")
                    self.failures.setdefault(key, f"{case.as_curl_command()[:400]}\n{response.text[:300]}")


def leaves(group: BaseExceptionGroup[Any]) -> Iterator[BaseException]:
    """The exceptions of a group and of the groups in it."""
    for one in group.exceptions:
        if isinstance(one, BaseExceptionGroup):
            yield from leaves(one)
        else:
            yield one


def fuzz(operation: Any, ids: dict[str, list[Any]], cases: int, send: Any, found: Found) -> None:
    """Call one operation so often, in a third of the cases with wrong data."""
    parameters = {one.name for one in operation.path_parameters}

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
        for name in parameters & ids.keys():
            if data.draw(st.integers(0, 9)):
                case.path_parameters[name] = data.draw(st.sampled_from(ids[name]))
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
    with Sandbox(experiments=8, seed=1) as sandbox, requests.Session() as session:
        session.trust_env = False
        session.auth = Credentials(vendor, sandbox.token)
        base: str = sandbox.url + urlsplit(str(document["servers"][0]["url"])).path
        ids = known_ids(sandbox.world(), vendor)
        operations: Any = schema.get_all_operations()
        for result in operations:
            found.operations += 1
            fuzz(result.ok(), ids, cases, partial(call, base_url=base, session=session), found)
    return found


def main(arguments: list[str]) -> int:
    """Fuzz each vendor; 1 if something was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases", type=int, help="for each operation")
    parser.add_argument("--vendor", choices=VENDORS, action="append", help="only this one")
    chosen = parser.parse_args(arguments)
    logging.disable()  # of every case
    total, failures = 0, 0
    for vendor in chosen.vendor or VENDORS:
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
