"""Build abclient-speedups, the reader in C, for the Python that runs this: ``build_speedups.py [DIRECTORY]``.

Tests and benchmarks put it on a path of their own: where it is installed, abclient uses it.
"""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import zipfile
from collections.abc import Generator
from contextlib import contextmanager
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
SOURCES = ROOT / "speedups"
GENERATED = ROOT / "generated" / "abclient_api"


def build(directory: Path) -> Path:
    """Build the wheel, with warnings as errors.

    Returns:
        Its file in the directory.

    Raises:
        RuntimeError: there is no compiler, or it refuses the sources; the message has what it says.
    """
    compiler = str(sysconfig.get_config_var("CC") or "cc").split()[0]
    if os.name == "posix" and shutil.which(compiler) is None:
        raise RuntimeError(f"{compiler} is not installed: apt-get install gcc python3-dev, as .ci/run does")
    flags = f"{sysconfig.get_config_var('CFLAGS')} -Wall -Wextra -Wno-missing-field-initializers -Werror"
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    with tempfile.TemporaryDirectory() as scratch:
        # Elsewhere, because setuptools builds among the sources.
        copy = Path(shutil.copytree(SOURCES, Path(scratch, "sources"), ignore=shutil.ignore_patterns("*.egg-info")))
        wheels = Path(scratch, "wheels")
        done = subprocess.run(
            [*command, "--wheel-dir", str(wheels), str(copy)],
            env={**os.environ, "CFLAGS": flags} if os.name == "posix" else None,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"abclient-speedups cannot be built: {done.stdout}{done.stderr}")
        made = next(wheels.glob("abclient_speedups-*.whl"))
        directory.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copy(made, directory / made.name))


def install(directory: Path) -> Path:
    """Build it, and unpack it in a directory: for ``sys.path`` or ``PYTHONPATH``."""
    with tempfile.TemporaryDirectory() as scratch, zipfile.ZipFile(build(Path(scratch))) as wheel:
        wheel.extractall(directory)
    return directory


@contextmanager
def imported_as(name: str, place: Path | None, directory: Path = GENERATED) -> Generator[ModuleType]:
    """A package of generated packages, imported once more.

    Args:
        name: of this copy, whose classes have nothing to do with those of others.
        place: where abclient-speedups is, which reads this copy's models; None for one that is read in Python.
        directory: the package's.
    """
    before, path = os.environ.get("ABCLIENT_SPEEDUPS"), list(sys.path)
    os.environ["ABCLIENT_SPEEDUPS"] = "0" if place is None else "1"
    if place is not None:
        sys.path.insert(0, str(place))
    try:
        module = _imported(name, directory)
        # Here it is chosen what reads models.
        said = importlib.import_module(f"{name}._speedups").models_are_read_by
    finally:
        sys.path[:] = path
        os.environ.pop("ABCLIENT_SPEEDUPS")
        os.environ.update({} if before is None else {"ABCLIENT_SPEEDUPS": before})
    if said.startswith("Python") != (place is None):
        raise RuntimeError(f"models are read by {said}")
    try:
        yield module
    finally:
        for key in [key for key in sys.modules if f"{key}.".startswith(f"{name}.")]:
            del sys.modules[key]


def _imported(name: str, directory: Path) -> ModuleType:
    spec = spec_from_file_location(name, directory / "__init__.py", submodule_search_locations=[str(directory)])
    if spec is None or spec.loader is None:
        raise RuntimeError(f"{directory} is no package")
    sys.modules[name] = module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    print(build(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "dist"))
