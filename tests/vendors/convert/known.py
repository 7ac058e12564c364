"""What the tests that run for every vendor know of Convert."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Mapping
from typing import Any

from abclient.vendors.convert import rows
from abclient_api.convert.api.projects import get_projects_list
from abclient_api.convert.models import GetProjectsListRequestData
from support.clients import APPLICATION, SECRET
from support.known import CONTEXT, Known
from support.wrong import NO_MOMENT, NO_SIZE, Calls


async def _contents(client: Any) -> Any:
    """The first account's first project that has experiences."""
    account = client.account((await client.accounts.list())[0].id)
    projects = await account.projects.list(sort_direction="asc")
    return account.project(projects[0].id)


async def list_experiments(client: Any) -> Any:
    """Those of the first project."""
    project = await _contents(client)
    return lambda: project.experiences.list()


async def fetch_everything(client: Any) -> Any:
    """Those of the first project."""
    return await (await _contents(client)).experiences.fetch_reports(concurrency=8)


def secrets(request: bytes) -> list[str]:
    """The application's id and the signature; the secret itself is not sent."""
    return [APPLICATION, *re.findall(r"Signature=(\w+)", request.decode("latin-1"))]


def check_credentials(headers: Mapping[str, str], url: str, body: bytes) -> None:
    """The key; or the signature, made a second time and apart from the client's."""
    if "convert-application-id" not in headers:
        assert headers["authorization"] == "Bearer key_id-of-tests:key_secret-of-tests", "no key"
        return
    parts = [headers["convert-application-id"].encode(), headers["expires"].encode(), url.encode(), body]
    signed = hmac.new(SECRET.encode(), b"\n".join(parts), hashlib.sha256).hexdigest()
    assert headers["authorization"] == f"Convert-HMAC-SHA256 Signature={signed}", "not signed"


def _project(client: Any) -> Any:
    return client.account(1).project(2)


WRONG: list[tuple[list[Any], Calls]] = [
    (
        NO_SIZE,
        {
            "page_size": lambda c, v: c.account(1).projects.list(page_size=v),
            "page_size of experiences": lambda c, v: _project(c).experiences.list(page_size=v),
        },
    ),
    (
        NO_MOMENT,
        {
            "start": lambda c, v: _project(c).experiences.report(1, start=v),
            "end in bulk": lambda c, v: _project(c).experiences.fetch_reports([1], report={"end": v}),
        },
    ),
]

KNOWN = Known(
    ids=lambda world: {one["id"] for one in world["experiences"]},
    invented_id=lambda number: 900_000_000 + number,
    malformed=lambda good: [
        *({"name": one} for one in ({"x": 1}, ["x"])),
        {"status": ["running"]},
        *({"variations": one} for one in ({"a": 1}, "x")),
    ],
    is_list=lambda path: path.endswith("/experiences"),
    some_list=lambda client: _project(client).experiences.list(),
    listed="ExperiencesListResponseData",
    list_experiments=list_experiments,
    fetch_everything=fetch_everything,
    some_request=lambda: get_projects_list.request(100123, body=GetProjectsListRequestData(page=1)),
    linked_page=lambda link: ({"data": [{"id": 7, "name": "a"}], "extra": {}}, (f"Link: <{link}>; rel=next",)),
    follows_links=False,
    rows=(("ExperienceAggregatedReport", lambda response: rows.from_report(response, 15, **CONTEXT)),),
    info=("Experience", rows.experiment_info),
    says_age=False,
    secrets=secrets,
    check_credentials=check_credentials,
    wrong_arguments=WRONG,
)
