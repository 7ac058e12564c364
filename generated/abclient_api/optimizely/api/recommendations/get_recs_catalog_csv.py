from __future__ import annotations

from typing import Never

from ...._arguments import segment
from ...._runtime import Request, Response, read_table


def parse(response: Response) -> str:
    """The result in a successful answer."""
    return read_table(response)


def request(catalog_id: str, date: str) -> Request[str, Never]:
    """Get a catalog as CSV.

    ``GET /recommendations/catalogs/{catalog_id}/catalog/{date}``

    The items of a catalog on a day.

    Args:
        catalog_id: Identifier of the catalog, text.
        date: Day of the file.
    """
    return Request(
        operation="get_recs_catalog_csv",
        method="GET",
        path_template="/recommendations/catalogs/{catalog_id}/catalog/{date}",
        path=f"/recommendations/catalogs/{segment('catalog_id', catalog_id)}/catalog/{segment('date', date)}",
        headers=(("accept", "text/csv"),),
        parse=parse,
    )
