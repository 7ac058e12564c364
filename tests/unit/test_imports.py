"""What importing loads: nothing that is not used."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from abclient.vendor import BUILT_IN, get
from support.cases import a_third_every_run


def loaded_after(code: str) -> set[str]:
    """The modules a fresh interpreter has loaded after running the code."""
    printing = f"{code}\nimport sys\nprint(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", printing], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_package_alone_loads_no_vendor_and_no_http() -> None:
    """`import abclient` costs next to nothing: vendors, models, transports and HTTP libraries come when touched."""
    loaded = loaded_after("import abclient")
    heavy = {"httpx", "httpcore", "aiohttp", "attrs", "ssl", "asyncio", "dateutil", "abclient_api"}
    assert not loaded & heavy
    assert not [name for name in loaded if name.startswith(("abclient.vendors", "abclient.transports"))]


@pytest.mark.parametrize("client", a_third_every_run(get(name).client.rpartition(":")[2] for name in BUILT_IN))
def test_a_vendor_loads_no_other_and_no_library_it_does_not_need(client: str) -> None:
    """Touching one client loads its own generated code only, no types of keywords, and neither httpx nor dateutil."""
    loaded = loaded_after(f"import abclient; abclient.{client}")
    packages = {name.split(".")[1] for name in loaded if name.startswith("abclient_api.") and name.count(".") == 1}
    vendors = {name for name in packages if not name.startswith("_")}
    assert len(vendors) == 1
    assert not [name for name in loaded if name.startswith("abclient_api.") and name.endswith("_fields")]
    assert not loaded & {"httpx", "aiohttp", "dateutil", "starlette", "typer", "rich", "pandas", "scipy", "pyarrow"}


def test_analysis_loads_no_vendor_and_nothing_heavy() -> None:
    """SciPy, which takes half a second, comes with the first call that needs it."""
    loaded = loaded_after("import abclient.analysis")
    assert not loaded & {"abclient_api", "abclient.vendors", "scipy", "numpy", "pandas", "pyarrow", "httpx", "asyncio"}


def test_starting_a_sandbox_needs_no_client() -> None:
    """Nor the sandbox itself, whose libraries only its process needs; pytest comes with the plugin alone."""
    loaded = loaded_after("import abclient.testing; abclient.testing.Sandbox()")
    assert not loaded & {"abclient.client", "abclient.sandbox", "abclient_api", "attrs", "httpx", "pytest", "starlette"}


@pytest.mark.parametrize("module", ["abclient.__main__", "abclient.sandbox.__main__"])
def test_importing_what_runs_a_command_runs_nothing(module: str) -> None:
    """Tools that import every module of a package, and processes that are spawned, start no command by that."""
    assert module in loaded_after(f"import {module}")


@pytest.mark.parametrize("package", ["", ".export", ".testing", ".vendors", *(f".vendors.{name}" for name in BUILT_IN)])
def test_every_public_name_is_there_and_no_other(package: str) -> None:
    """`__all__`, `dir()` and attribute access agree, loaded or not, and an unknown name is an AttributeError."""
    module = import_module(f"abclient{package}")
    assert dir(module) == sorted(module.__all__)
    for name in module.__all__:
        assert getattr(module, name) is not None
    with pytest.raises(AttributeError, match="no attribute 'Optimzely'"):
        _ = module.Optimzely
