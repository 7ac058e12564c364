"""What a command looks at: a vendor, and what of it, with the credentials that were typed where they were missing."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Any, NamedTuple

from ..vendor import Vendor, get
from ._run import UsageError
from ._signals import prompting

if TYPE_CHECKING:
    from ..source import Source


class Target(NamedTuple):
    """A vendor, and what of it.

    Attributes:
        vendor: whose experiments.
        options: the keywords of ``abclient.open_source``.
    """

    vendor: Vendor
    options: Mapping[str, Any]

    def open(self, **options: Any) -> AbstractAsyncContextManager[Source]:
        """Its source; further keywords of the client may be given."""
        from .._pull import open_source

        return open_source(self.vendor, **self.options, **options)


class TargetOptions(NamedTuple):
    """What the command line says of where to look; None for what it does not say."""

    project: str | None = None
    environment: str | None = None
    base_url: str | None = None
    concurrency: int | None = None
    max_rate: float | None = None


def target_of(vendor: str, options: TargetOptions) -> Target:
    """What a command was asked to look at, with the credentials that are missing asked for.

    Raises:
        ConfigurationError: there is no such vendor.
        UsageError: an option is not text in UTF-8, or credentials are missing and there is no terminal to ask for them.
    """
    described = get(vendor)
    given = {name: value for name, value in options._asdict().items() if value is not None}
    for name, value in given.items():
        _check_text(f"--{name.replace('_', '-')}", value)
    return Target(described, given | _typed_credentials(described))


def _check_text(name: str, value: object) -> None:
    try:
        str(value).encode()
    except UnicodeEncodeError:
        raise UsageError(f"{name} must be text in UTF-8, not {value!r}") from None


def missing_credentials(vendor: Vendor) -> list[str]:
    """The variables that would have to be set for a client of this vendor, and are not."""
    from ..options import from_environment

    return [name for each in vendor.credentials if from_environment(name := vendor.variable(each)) is None]


def _typed_credentials(vendor: Vendor) -> dict[str, str]:
    """The credentials that the environment does not have, typed at the terminal without being shown."""
    import typer

    missing = missing_credentials(vendor)
    if missing and not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError(f"no credentials for {vendor.title}: set {' and '.join(missing)}")
    with prompting():
        return {
            each: str(typer.prompt(f"{vendor.title} {each.replace('_', ' ')}", hide_input=True, err=True))
            for each in vendor.credentials
            if vendor.variable(each) in missing
        }
