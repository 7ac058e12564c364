"""The options of ``abclient sandbox``, shared with ``python -m abclient.sandbox``."""

from __future__ import annotations

import signal
import sys
from datetime import datetime
from types import FrameType
from typing import Annotated, Any, NoReturn

import typer

from .._distribution import install_hint

Host = Annotated[str, typer.Option(help="The address to listen on; 0.0.0.0 allows other machines.")]
Port = Annotated[int, typer.Option(min=0, max=65535, help="The port to listen on; 0 picks a free one.")]
Experiments = Annotated[int, typer.Option(min=0, help="How many experiments each vendor has.")]
Seed = Annotated[int, typer.Option(help="The seed; the same seed and day give the same data.")]
Today = Annotated[
    datetime | None,
    typer.Option(metavar="DAY", formats=["%Y-%m-%d"], help="The sandbox's current day; by default today."),
]
Db = Annotated[str, typer.Option(metavar="FILE", help="Keep the state in this file between runs.")]
Latency = Annotated[float, typer.Option(metavar="MS", min=0, help="Minimum time until each response, in milliseconds.")]
RateLimit = Annotated[
    str, typer.Option(metavar="N[/SECONDS]", help="Allow N requests per vendor in every SECONDS (1).")
]
RouteLimit = Annotated[
    str,
    typer.Option(metavar="N[/SECONDS]", help="Likewise for each route, of vendors that limit these (LaunchDarkly)."),
]
TokenLimit = Annotated[str, typer.Option(metavar="N[/SECONDS]", help="Likewise for each access token (LaunchDarkly).")]
LimitStyle = Annotated[
    str,
    typer.Option(
        help="How it limits: windows with the 'vendor' headers, 'retry-after' or 'silent'; 'bucket' or"
        " 'silent-bucket'; 'penalty' (a minute's lock-out); or 'slowing' (slow beyond N requests at once)."
    ),
]
Competitor = Annotated[
    float, typer.Option(metavar="SHARE", min=0, max=1, help="The part of every limit that a simulated client requests.")
]
Accounts = Annotated[
    int, typer.Option(min=1, max=1000, help="How many accounts each vendor has; the second's credentials end in '-2'.")
]
LargeIds = Annotated[
    bool, typer.Option("--large-ids", help="Give one in three Optimizely ids 17 digits, beyond 2**53.")
]
Edition = Annotated[
    str, typer.Option(help="'beta', or 'today', which leaves out what is no longer offered: LaunchDarkly's results.")
]
AllowHost = Annotated[
    list[str] | None, typer.Option(metavar="NAME", help="Accept requests for this host name as well.")
]
ExitOnEof = Annotated[
    bool, typer.Option("--exit-on-eof", help="Stop when standard input is closed, as when the parent process ends.")
]
PrintEnvironment = Annotated[
    bool,
    typer.Option(
        "--print-environment",
        help="Print the lines that make it the default of clients, as at a terminal, to files and pipes too.",
    ),
]


def sandbox(
    host: Host = "127.0.0.1",
    port: Port = 8787,
    experiments: Experiments = 300,
    seed: Seed = 1,
    today: Today = None,
    db: Db = "",
    latency: Latency = 0,
    rate_limit: RateLimit = "",
    route_limit: RouteLimit = "",
    token_limit: TokenLimit = "",
    limit_style: LimitStyle = "vendor",
    competitor: Competitor = 0,
    accounts: Accounts = 1,
    large_ids: LargeIds = False,
    edition: Edition = "beta",
    allow_host: AllowHost = None,
    exit_on_eof: ExitOnEof = False,
    print_environment: PrintEnvironment = False,
) -> None:
    """Run a local server that behaves like the vendors' APIs.

    The token is 'sandbox-token' everywhere; Convert takes the application id 'sandbox-app' with the secret
    'sandbox-secret'. GET /_sandbox/world lists its data, POST /_sandbox/faults injects faults, GET
    /_sandbox/requests lists the requests it received, and POST /_sandbox/reset restores its initial state.
    """
    code = _serve(
        host=host,
        port=port,
        experiments=experiments,
        seed=seed,
        today=today and today.date(),
        db=db or ":memory:",
        latency=latency / 1000,
        limits={"rate_limit": rate_limit, "route_limit": route_limit, "token_limit": token_limit},
        limit_style=limit_style,
        competitor=competitor,
        accounts=accounts,
        large_ids=large_ids,
        edition=edition,
        allow_host=tuple(allow_host or ()),
        exit_on_eof=exit_on_eof,
        print_environment=print_environment,
    )
    raise typer.Exit(code)


def _serve(**settings: Any) -> int:
    # Until it listens, which takes a while with much data, a signal interrupts; afterwards it requests a clean stop.
    before = {number: _replaced(number, _interrupted) for number in _SIGNALS}
    try:
        from .server import Settings, serve

        return serve(Settings(**settings))
    except ModuleNotFoundError as error:
        if error.name is None or error.name.startswith("abclient"):
            raise
        sys.stderr.write(f"abclient sandbox needs {error.name}: {install_hint('sandbox')}\n")
        return 2
    except _Interrupted as interrupt:
        sys.stderr.write("abclient sandbox: interrupted before it listened\n")
        return 128 + interrupt.number
    finally:
        for number, handler in before.items():
            _replaced(number, handler)


_SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


class _Interrupted(KeyboardInterrupt):
    """A signal came."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


def _interrupted(number: int, frame: FrameType | None) -> NoReturn:
    raise _Interrupted(number)


def _replaced(number: int, handler: Any) -> Any:
    """Replace a signal's handler, unless it is ignored or this is a thread; returns the old one, None if it stays."""
    if handler is None or (number != signal.SIGTERM and signal.getsignal(number) == signal.SIG_IGN):
        return None
    try:
        return signal.signal(number, handler)
    except ValueError:
        return None
