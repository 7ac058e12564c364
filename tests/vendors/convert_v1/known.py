"""What the tests that run for every vendor know of Convert."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Mapping
from typing import Any

from abclient.vendors.convert_v1 import rows
from abclient_api.convert_v1.api.projects import list_projects
from abclient_api.convert_v1.models import ProjectFilter
from support.clients import APPLICATION, SECRET
from support.known import CONTEXT, Known
from support.wrong import NO_MOMENT, NO_SIZE, Calls


async def list_experiments(client: Any) -> Any:
    """Those of the first project."""
    project = (await client.projects.list())[0].id
    return lambda: client.project(project).experiences.list()


async def fetch_everything(client: Any) -> Any:
    """Those of the first project."""
    return await client.project((await client.projects.list())[0].id).experiences.fetch_reports(concurrency=8)


def secrets(request: bytes) -> list[str]:
    """The application's id and the signature; the secret itself is not sent."""
    return [APPLICATION, *re.findall(r"Signature=(\w+)", request.decode("latin-1"))]


def check_credentials(headers: Mapping[str, str], url: str, body: bytes) -> None:
    """The signature, made a second time and apart from the client's."""
    parts = [headers["convert-application-id"].encode(), headers["expires"].encode(), url.encode(), body]
    signed = hmac.new(SECRET.encode(), b"\n".join(parts), hashlib.sha256).hexdigest()
    assert headers["authorization"] == f"Convert-HMAC-SHA256 Signature={signed}", "not signed"


WRONG: list[tuple[list[Any], Calls]] = [
    (
        NO_SIZE,
        {
            "page_size": lambda c, v: c.projects.list(page_size=v),
            "page_size of experiences": lambda c, v: c.project("1").experiences.list(page_size=v),
        },
    ),
    (
        NO_MOMENT,
        {
            "start": lambda c, v: c.project("1").experiences.report("1", start=v),
            "end in bulk": lambda c, v: c.project("1").experiences.fetch_reports(["1"], end=v),
        },
    ),
]

KNOWN = Known(
    ids=lambda world: {one["id"] for one in world["experiences"]},
    invented_id=lambda number: f"bad-{number}",
    malformed=lambda good: [
        *({"name": one} for one in ({"x": 1}, ["x"])),
        {"experience_status": ["running"]},
        *({"variations": one} for one in ({"a": 1}, "x")),
    ],
    is_list=lambda path: path.endswith("/experiments") or path.count("/experiences/") == 1,
    some_list=lambda client: client.project("2").experiences.list(),
    listed="Experience",
    list_experiments=list_experiments,
    fetch_everything=fetch_everything,
    some_request=lambda: list_projects.request(body=ProjectFilter(page=1)),
    linked_page=lambda link: ([{"id": 7, "name": "a"}], (f"Link: <{link}>; rel=next",)),
    follows_links=False,
    rows=(("Report", lambda response: rows.from_report(response, "15", **CONTEXT)),),
    info=("Experience", rows.experiment_info),
    says_age=False,
    secrets=secrets,
    check_credentials=check_credentials,
    wrong_arguments=WRONG,
)
