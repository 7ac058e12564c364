"""``abclient mcp``: a server for agents."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ._run import OK, UsageError, print_error, run

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from ..mcp._http import Address

AccountsFile = Annotated[
    Path | None,
    typer.Option(
        "--accounts",
        metavar="FILE",
        help="The accounts of a TOML file, instead of the credentials in the environment.",
    ),
]
Exports = Annotated[
    list[Path] | None,
    typer.Option("--export", metavar="DIR", help="The directory of an export, to be a resource; can be repeated."),
]
Reports = Annotated[
    Path | None,
    typer.Option(metavar="DIR", file_okay=False, help="The directory to which agents may write reports in HTML."),
]
AllowWrites = Annotated[
    bool, typer.Option("--allow-writes", help="Also offer tools that start, pause, end and archive experiments.")
]
Http = Annotated[
    str | None,
    typer.Option("--http", metavar="HOST:PORT", help="Serve over HTTP, instead of standard input and output."),
]
AllowHosts = Annotated[
    list[str] | None,
    typer.Option("--allow-host", metavar="NAME", help="Accept HTTP requests for this host name; can be repeated."),
]


def mcp(
    accounts: AccountsFile = None,
    exports: Exports = None,
    reports: Reports = None,
    allow_writes: AllowWrites = False,
    http: Http = None,
    allow_hosts: AllowHosts = None,
) -> None:
    """Serve experiments and results to agents over the Model Context Protocol; read-only by default.

    Over HTTP, other machines than this one need the token in ABCLIENT_MCP_TOKEN.
    """

    def work() -> Coroutine[Any, Any, int]:
        import logging

        from ._log import HarmlessFormatter

        # Before the SDK installs a handler of its own, which prints tracebacks with whatever is in them.
        handler = logging.StreamHandler()
        handler.setFormatter(HarmlessFormatter("%(levelname)s %(name)s: %(message)s"))
        logging.basicConfig(handlers=[handler], level=logging.WARNING)
        from ..mcp import Settings, create_server

        if allow_hosts and http is None:
            raise UsageError("--allow-host is for --http")
        chosen: dict[str, Any] = {"exports": exports or (), "reports": reports, "allow_writes": allow_writes}
        settings = Settings.from_file(accounts, **chosen) if accounts else Settings.from_environment(**chosen)
        if all(one.missing for one in settings.accounts) and not settings.exports:
            print_error("no account has credentials; the tool accounts says which variables to set")
        address = _address(http)
        return _serve(create_server(settings), address, allow_hosts or [])

    run(work)


def _address(text: str | None) -> Address | None:
    from ..mcp._http import Address

    return None if text is None else Address.parse(text)


async def _serve(server: Any, address: Address | None, hosts: list[str]) -> int:
    from ..mcp._http import serve_http
    from ..mcp._settings import TOKEN_VARIABLE
    from ..mcp._stdio import serve_stdio
    from ..options import from_environment

    if address is None:
        await serve_stdio(server)
    else:
        await serve_http(server, address, hosts=hosts, token=from_environment(TOKEN_VARIABLE))
    return OK
