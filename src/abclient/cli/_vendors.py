"""What is said of each vendor before anything is asked of it: names, credentials, and which class its client is."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from ._run import UsageProblem
from ._signals import prompting

if TYPE_CHECKING:
    from ..client import Client


class Vendor(NamedTuple):
    """A vendor.

    Attributes:
        name: its module's name, which is its name on the command line.
        title: its name for people.
        client: the name of its client's class.
        api: which of its APIs the client speaks.
        url: where that API is, if no other address is given.
        credentials: what its client needs, each from the variable that ``variable`` names.
        settings: what its client may be given besides, from such variables too.
    """

    name: str
    title: str
    client: str
    api: str
    url: str
    credentials: tuple[str, ...] = ("token",)
    settings: tuple[str, ...] = ()

    def variable(self, setting: str) -> str:
        """The environment variable of a setting."""
        return f"ABCLIENT_{self.name.upper()}_{setting.upper()}"


VENDORS: Mapping[str, Vendor] = {
    vendor.name: vendor
    for vendor in (
        Vendor(
            "launchdarkly",
            "LaunchDarkly",
            "LaunchDarkly",
            "REST API v2 (beta)",
            "https://app.launchdarkly.com",
            settings=("instance",),
        ),
        Vendor("optimizely", "Optimizely", "Optimizely", "REST API v2", "https://api.optimizely.com/v2"),
        Vendor(
            "optimizely_classic",
            "Optimizely Classic",
            "OptimizelyClassic",
            "REST API v1",
            "https://www.optimizelyapis.com/experiment/v1",
            settings=("token_type",),
        ),
        Vendor(
            "convert",
            "Convert",
            "Convert",
            "REST API v1",
            "https://api.convert.com/api/v1",
            ("application_id", "secret"),
        ),
    )
}


class Asked(NamedTuple):
    """What a command was asked to look at.

    Attributes:
        vendor: whose experiments.
        project: of which project; None for all that the vendor lists.
        environment: of which environment, for vendors that have any.
        base_url: where the API is; None for the vendor's own host.
        concurrency: how many requests are under way at most; None for the client's own choice.
        max_rate: how many requests start in a second at most; None for the client's own choice.
    """

    vendor: Vendor
    project: str | None = None
    environment: str | None = None
    base_url: str | None = None
    concurrency: int | None = None
    max_rate: float | None = None

    @property
    def pace(self) -> dict[str, Any]:
        """The keywords of bulk calls."""
        return {} if self.concurrency is None else {"concurrency": self.concurrency}

    def completed(self) -> Asked:
        """The same, with project and environment from the environment's variables where they were not given."""
        from ..options import from_environment

        for name in ("project", "environment", "base_url"):
            _check_text(f"--{name.replace('_', '-')}", getattr(self, name) or "")
        return self._replace(
            project=self.project or from_environment(self.vendor.variable("project")),
            environment=self.environment or from_environment(self.vendor.variable("environment")),
        )


def _check_text(name: str, value: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError:
        raise UsageProblem(f"{name} must be text in UTF-8, not {value!r}") from None


def missing_credentials(vendor: Vendor) -> list[str]:
    """The variables that would have to be set for a client of this vendor, and are not."""
    from ..options import from_environment

    return [name for each in vendor.credentials if from_environment(name := vendor.variable(each)) is None]


def ask_credentials(vendor: Vendor) -> dict[str, str]:
    """The credentials that the environment does not have, as somebody at the terminal types them, unseen.

    Raises:
        UsageProblem: nobody is there to be asked.
    """
    import typer

    missing = missing_credentials(vendor)
    if missing and not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageProblem(f"no credentials for {vendor.title}: set {' and '.join(missing)}")
    with prompting():
        return {
            each: str(typer.prompt(f"{vendor.title} {each.replace('_', ' ')}", hide_input=True, err=True))
            for each in vendor.credentials
            if vendor.variable(each) in missing
        }


def open_client(asked: Asked, credentials: Mapping[str, str], **options: Any) -> Client:
    """A client of the vendor; to be used in ``async with``.

    Args:
        asked: whose, and where.
        credentials: those that are not in the environment.
        **options: as ``abclient.client.ClientOptions`` describes.
    """
    import abclient

    from ..options import from_environment

    if asked.concurrency is not None:
        options["max_connections"] = asked.concurrency
    for name in asked.vendor.settings:
        if value := from_environment(asked.vendor.variable(name)):
            options[name] = value
    if asked.max_rate is not None:
        options["max_rate"] = asked.max_rate
    client: Client = getattr(abclient, asked.vendor.client)(**credentials, base_url=asked.base_url, **options)
    return client
