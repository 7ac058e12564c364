"""The distribution that this package is installed from: its name, and which extra installs which library.

The names come from the installed metadata, so that a hint to install something never names another project's
distribution: the import package and its distribution are called differently.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.metadata import Distribution

_NAME = "abclient-experiments"
"""What pyproject.toml calls it; for copies without metadata, such as a checkout on ``PYTHONPATH``."""

_ENTRY_POINT = "abclient.__main__:main"

_REQUIREMENT = re.compile(r"(?P<module>[\w.-]+)[^;]*;.*\bextra == [\"'](?P<extra>[\w.-]+)[\"']")


@cache
def installed() -> Distribution | None:
    """The metadata of this package's distribution; None for a copy that was never installed."""
    # By its command, as an editable installation does not list the package's files.
    from importlib.metadata import entry_points

    found = entry_points(group="console_scripts", name="abclient")
    return next((one.dist for one in found if one.value == _ENTRY_POINT and one.dist is not None), None)


def distribution_name() -> str:
    """What the installed distribution is called."""
    found = installed()
    return _NAME if found is None else found.metadata["Name"]


def name_clash() -> str | None:
    """What is wrong, and what to run, where another project's distribution has installed files at this package's place.

    PyPI has a distribution ``abclient``, of another project, with a package ``abclient`` of its own. Whichever was
    installed last has overwritten files of the other, and removing one removes files of both.
    """
    from importlib.metadata import PackageNotFoundError, version

    package = __name__.partition(".")[0]
    if distribution_name() == package:
        return None
    try:
        other = version(package)
    except PackageNotFoundError:
        return None
    ours = distribution_name()
    return (
        f"the distribution {package} {other} of another project is installed too, and each has overwritten files of the"
        f" other: pip uninstall --yes {package} {ours}, then pip install {ours}"
    )


@cache
def extras() -> dict[str, tuple[str, ...]]:
    """The libraries that each extra brings, by the extra's name; empty for a copy without metadata."""
    found = installed()
    brought: dict[str, list[str]] = {}
    for requirement in (found and found.requires) or ():
        if match := _REQUIREMENT.match(requirement):
            brought.setdefault(match["extra"], []).append(match["module"])
    return {name: tuple(sorted(brought[name])) for name in sorted(brought)}


def extra_with(module: str) -> str | None:
    """The smallest extra that brings a library; None if no extra does."""
    able = [name for name, modules in extras().items() if module in modules]
    return min(able, key=lambda name: len(extras()[name]), default=None)


def install_hint(extra: str) -> str:
    """What to run to get an extra."""
    return f"pip install '{distribution_name()}[{extra}]'"


def not_installed(error: ImportError, extra: str, *, default: str) -> str:
    """What to say of a library of an extra that cannot be imported; ``default`` names it if the error does not."""
    return f"{error.name or default} is not installed: {install_hint(extra)}"
