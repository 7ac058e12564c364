from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from ...._arguments import number, query_string, segment, several, text, whole
from ...._runtime import Request, Response, read_one
from ...models.variable_definitions import VariableDefinitions

if TYPE_CHECKING:
    from ...models.variable_definition import VariableDefinition


def parse(response: Response) -> VariableDefinitions:
    """The result in a successful answer."""
    return read_one(response, VariableDefinitions)


def request(
    project_id: int,
    flag_key: str,
    *,
    per_page: int | None = None,
    page_number: int | None = None,
    page_token: str | None = None,
    page_window: int | None = None,
    sort: Sequence[Literal["key:asc", "key:desc", "type:asc", "type:desc"]] | None = None,
) -> Request[VariableDefinitions, VariableDefinition]:
    """List the variables of a flag.

    ``GET /projects/{project_id}/flags/{flag_key}/variable_definitions``

    Variables of a flag, page by page.

    Args:
        project_id: Number of the project.
        flag_key: Key of the flag.
        per_page: Size of the page.
        page_number: Number of the page, from 1, in place of a page_token.
        page_token: Which page, as the links of another page say.
        page_window: How many links to following and to earlier pages are wanted. The vendor's default: 1.
        sort: Order, as field and direction; the first counts most.
    """
    return Request(
        operation="list_variable_definitions",
        method="GET",
        path_template="/projects/{project_id}/flags/{flag_key}/variable_definitions",
        path=f"/projects/{number('project_id', project_id)}/flags/{segment('flag_key', flag_key)}/variable_definitions",
        query=query_string(
            ("per_page", per_page, whole(1)),
            ("page_number", page_number, whole(1)),
            ("page_token", page_token, text),
            ("page_window", page_window, whole(1)),
            ("sort", sort, several(text)),
        ),
        headers=(("accept", "application/json"),),
        parse=parse,
        items="items",
        page=VariableDefinitions,
    )
