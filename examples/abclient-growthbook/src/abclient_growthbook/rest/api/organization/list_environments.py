from __future__ import annotations

from typing import TYPE_CHECKING

from abclient_api._runtime import Request, Response, read_one

from ...models.environment_list import EnvironmentList

if TYPE_CHECKING:
    from ...models.environment import Environment


def parse(response: Response) -> EnvironmentList:
    """The result in a successful answer."""
    return read_one(response, EnvironmentList)


def request() -> Request[EnvironmentList, Environment]:
    """List environments.

    ``GET /v1/environments``

    Environments of the organization, all at once.
    """
    return Request(
        operation="listEnvironments",
        method="GET",
        path_template="/v1/environments",
        path="/v1/environments",
        headers=(("accept", "application/json"),),
        parse=parse,
        items="environments",
        page=EnvironmentList,
    )
