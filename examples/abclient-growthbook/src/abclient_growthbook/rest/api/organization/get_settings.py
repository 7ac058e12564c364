from __future__ import annotations

from abclient_api._runtime import Request, Response, read_one

from ...models.settings_response import SettingsResponse


def parse(response: Response) -> SettingsResponse:
    """The result in a successful answer."""
    return read_one(response, SettingsResponse)


def request() -> Request[SettingsResponse, SettingsResponse]:
    """Get the settings of the organization.

    ``GET /v1/settings``

    How the organization analyses experiments, where a project does not say otherwise.
    """
    return Request(
        operation="getSettings",
        method="GET",
        path_template="/v1/settings",
        path="/v1/settings",
        headers=(("accept", "application/json"),),
        parse=parse,
    )
