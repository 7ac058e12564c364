"""The fixtures for users' own tests, as pytest runs them in a project of theirs, and the page about them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

PAGE = Path(__file__).parents[2] / "docs" / "testing.md"
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NAME = re.compile(r"# ((?:\w+/)?\w+\.py)\n")
INI = """
    [pytest]
    asyncio_mode = {mode}
    asyncio_default_fixture_loop_scope = function
    filterwarnings = error
"""
CONFTEST = """
    import pytest
    from abclient.testing import InProcessSandbox

    pytest_plugins = ["abclient.testing.plugin"]

    @pytest.fixture(scope="session")
    def abclient_shared_sandbox(abclient_sandbox_options):
        with InProcessSandbox(experiments=3, **abclient_sandbox_options) as sandbox:
            yield sandbox
"""


def run(pytester: pytest.Pytester, *options: str) -> pytest.RunResult:
    """What pytest says of the files, in a process of its own, where all installed plugins are loaded."""
    # This project's own way to import tests is no business of theirs.
    return pytester.runpytest_subprocess("-p", "no:cacheprovider", *options, timeout=120)


@pytest.mark.slow
def test_the_page_is_right(pytester: pytest.Pytester) -> None:
    """Every block of the page is a file; together they are a project whose tests pass, without a warning."""
    pytester.makeini(INI.format(mode="strict"))
    blocks = BLOCK.findall(PAGE.read_text(encoding="utf-8"))
    tests = 0
    for block in blocks:
        named = NAME.match(block)
        assert named, block
        path = pytester.path / named[1]
        path.parent.mkdir(exist_ok=True)
        path.write_text(block, encoding="utf-8")
        tests += len(re.findall(r"^(?:async )?def test_", block, re.MULTILINE))
    assert tests > 15
    run(pytester).assert_outcomes(passed=tests)


@pytest.mark.slow
@pytest.mark.parametrize("mode", ["auto", "strict"])
def test_clients_are_closed_in_the_loop_of_their_test(pytester: pytest.Pytester, mode: str) -> None:
    """With pytest-asyncio in both modes, with anyio, in classes, from async fixtures, without a loop, and failing."""
    pytester.makeini(INI.format(mode=mode))
    pytester.makeconftest("""
        import asyncio
        import pytest
        from abclient.client import Client

        pytest_plugins = ["abclient.testing.plugin"]

        @pytest.fixture(scope="session")
        def abclient_sandbox_options():
            return {"experiments": 1}

        @pytest.fixture(autouse=True)
        def closed(monkeypatch):
            clients, loops = [], []

            async def aclose(self, close=Client.aclose):
                clients.append(self)
                loops.append(asyncio.get_running_loop())
                await close(self)

            monkeypatch.setattr(Client, "aclose", aclose)
            yield loops
            assert len(clients) == 2
            for client in clients:
                transport = client._session.account.transport
                assert transport._state.closed
                assert transport._state.loop in (None, loops[0])
    """)
    pytester.makepyfile("""
        import abclient
        import pytest
        import pytest_asyncio

        async def use(make):
            unused = make("convert")
            optimizely = make("optimizely")
            assert await optimizely.projects.list()
            return optimizely

        @pytest.mark.asyncio
        async def test_asyncio(abclient_client):
            await use(abclient_client)

        class TestMethods:
            @pytest.mark.asyncio
            @pytest.mark.parametrize("number", [1, 2])
            async def test_method(self, abclient_client, number):
                await use(abclient_client)

        @pytest_asyncio.fixture
        async def optimizely(abclient_client):
            return await use(abclient_client)

        @pytest.mark.asyncio
        async def test_async_fixture(optimizely):
            assert await optimizely.projects.list()

        @pytest.mark.asyncio
        async def test_closed_by_the_test(abclient_client):
            abclient_client("convert")
            client = abclient_client("optimizely")
            assert await client.projects.list()

        def test_without_a_loop(abclient_client):
            abclient.run(use(abclient_client))

        @pytest.mark.asyncio
        async def test_that_fails(abclient_client):
            await use(abclient_client)
            raise KeyError("the failure under test")
    """)
    if mode == "strict":  # in auto mode pytest-asyncio takes every async test
        pytester.makepyfile(
            test_with_anyio="""
                import pytest

                @pytest.fixture
                def anyio_backend():
                    return "asyncio"

                @pytest.fixture
                async def optimizely(abclient_client):
                    abclient_client("convert")
                    return abclient_client("optimizely")

                @pytest.mark.anyio
                async def test_anyio(optimizely):
                    assert await optimizely.projects.list()

                @pytest.mark.anyio
                async def test_no_fixture(abclient_client):
                    abclient_client("convert")
                    assert await abclient_client("optimizely").projects.list()
            """
        )
    result = run(pytester)
    result.assert_outcomes(passed=8 if mode == "strict" else 6, failed=1)
    result.stdout.fnmatch_lines(["*KeyError: 'the failure under test'"])


def test_each_test_finds_the_sandbox_as_at_its_beginning(pytester: pytest.Pytester) -> None:
    """Data, faults, requests and rate limits of one test are gone in the next; the sandbox is the same."""
    pytester.makeini(INI.format(mode="auto"))
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile("""
        import pytest

        @pytest.fixture(scope="session")
        def abclient_sandbox_options():
            return {"rate_limit": "3/3600"}

        @pytest.mark.parametrize("number", [1, 2])
        async def test_one(abclient_client, abclient_sandbox, abclient_shared_sandbox, number):
            assert abclient_sandbox is abclient_shared_sandbox
            optimizely = abclient_client("optimizely", retries=0, timeout=5)
            before = len(await optimizely.projects.list())
            await optimizely.projects.create(name="Made")
            assert len(await optimizely.projects.list()) == before + 1
            assert [request["status"] for request in abclient_sandbox.requests()] == [200, 201, 200]
            abclient_sandbox.add_fault("garbage")
    """)
    run(pytester).assert_outcomes(passed=2)


@pytest.mark.slow
def test_virtual_time_is_that_of_the_test(pytester: pytest.Pytester) -> None:
    """Its clients wait at once, and those of other tests do not know of it."""
    pytester.makeini(INI.format(mode="auto"))
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile("""
        from abclient._ratelimit import RateLimiter
        from abclient import _open_limiter

        async def test_inside(abclient_virtual_time, abclient_client, abclient_sandbox):
            with abclient_sandbox.fault("status", status=429, headers={"Retry-After": "120"}, times=1):
                assert await abclient_client("optimizely").projects.list()
            assert abclient_virtual_time.elapsed >= 120

        def test_outside():
            assert _open_limiter.RateLimiter is RateLimiter
    """)
    run(pytester).assert_outcomes(passed=2)


@pytest.mark.slow
def test_nothing_is_loaded_that_was_not_asked_for(pytester: pytest.Pytester) -> None:
    """Without the line in conftest.py there are no fixtures, and pytest does not import this package."""
    pytester.makeini(INI.format(mode="auto"))
    pytester.makepyfile("""
        import sys

        def test_not_imported():
            assert "abclient" not in sys.modules

        def test_no_fixture(abclient_sandbox):
            pass
    """)
    result = run(pytester)
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*fixture 'abclient_sandbox' not found"])
