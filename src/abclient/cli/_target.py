"""The target of a command: a vendor and a selection, with prompts for missing credentials."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Any, NamedTuple

from ..vendor import Vendor, get, names
from ._run import UsageError
from ._signals import interruptible

if TYPE_CHECKING:
    from ..source import Source


class Target(NamedTuple):
    """A vendor, and a selection of its experiments.

    Attributes:
        vendor: the vendor.
        options: the keywords of ``abclient.open_source``.
    """

    vendor: Vendor
    options: Mapping[str, Any]

    def open(self, **options: Any) -> AbstractAsyncContextManager[Source]:
        """Its source; further keyword arguments are passed to the client."""
        from .._pull import open_source

        return open_source(self.vendor, **self.options, **options)


class TargetOptions(NamedTuple):
    """The options that select a target; None for those that were not given."""

    project: str | None = None
    environment: str | None = None
    account: str | None = None
    base_url: str | None = None
    concurrency: int | None = None
    max_rate: float | None = None
    segments: Sequence[str] | None = None
    series: bool | None = None
    iterations: bool | None = None
    rate_limit_store: str | None = None


def target_of(vendor: str, options: TargetOptions) -> Target:
    """The target of a command; prompts for missing credentials.

    Raises:
        ConfigurationError: there is no such vendor.
        UsageError: an option is not text in UTF-8, or credentials are missing and there is no terminal to ask for them.
    """
    described = get(vendor)
    given = {name: value for name, value in options._asdict().items() if value is not None}
    for name, value in given.items():
        check_text(f"--{name.replace('_', '-')}", value)
    return Target(described, given | _typed_credentials(described))


def unknown_target(target: str, places: str) -> UsageError:
    """The error of what is neither a vendor nor one of these places; where a vendor is misspelled, with its name."""
    from difflib import get_close_matches

    close = get_close_matches(target.lower(), names(), 1)
    meant = f"; did you mean {close[0]!r}?" if close else ""
    return UsageError(f"{target} is neither {places} nor one of {', '.join(names())}{meant}")


def check_text(name: str, value: object) -> None:
    """Raise UsageError if a value from the command line cannot be written as UTF-8."""
    try:
        str(value).encode()
    except UnicodeEncodeError:
        shown = "" if name == "--rate-limit-store" else f", not {value!r}"  # there may be a password in it
        raise UsageError(f"{name} must be text in UTF-8{shown}") from None


def _typed_credentials(vendor: Vendor) -> dict[str, str]:
    """The credentials that the environment does not have, typed at the terminal without being shown."""
    import typer

    missing = vendor.missing_credentials()
    if missing and not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError(f"no credentials for {vendor.title}: set {' and '.join(missing)}")
    with interruptible():
        return {
            each: str(typer.prompt(f"{vendor.title} {each.replace('_', ' ')}", hide_input=True, err=True))
            for each in (*vendor.credentials, *vendor.other_credentials)
            if vendor.variable(each) in missing
        }
