"""Calls that are described first: taken for coroutines by asyncio, refused with a hint by what is not async."""

from __future__ import annotations

import asyncio
import traceback
from collections.abc import Callable, Coroutine, Generator
from typing import Any, cast

import pytest

from abclient._awaitable import AwaitableCall
from abclient.bulk import fetch_many
from abclient.paging import Pager, SinglePage
from support.fake import Script, answer, fake_session, json_request


class Number(AwaitableCall[int]):
    """Counts its calls, each of which takes two turns of the loop."""

    def __init__(self, failure: Exception | None = None) -> None:
        super().__init__()
        self.begun = self.ended = 0
        self.failure = failure

    async def _awaited(self) -> int:
        self.begun += 1
        number = self.begun
        try:
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            if self.failure is not None:
                raise self.failure
            return number
        finally:
            self.ended += 1


async def in_a_group(call: AwaitableCall[Any]) -> Any:
    async with asyncio.TaskGroup() as group:
        task = group.create_task(call)
    return task.result()


async def in_a_task(call: AwaitableCall[Any]) -> Any:
    return await asyncio.create_task(call)


async def gathered(call: AwaitableCall[Any]) -> Any:
    return (await asyncio.gather(call))[0]


async def from_a_thread(call: AwaitableCall[Any]) -> Any:
    loop = asyncio.get_running_loop()
    future = asyncio.run_coroutine_threadsafe(call, loop)
    return await asyncio.wrap_future(future)


WAYS: list[Callable[[AwaitableCall[Any]], Any]] = [in_a_group, in_a_task, gathered, from_a_thread]


@pytest.mark.parametrize("way", WAYS)
async def test_asyncio_takes_it_for_a_coroutine(way: Callable[[AwaitableCall[Any]], Any]) -> None:
    """Wherever asyncio wants a coroutine, the call is made, and made anew the next time."""
    number = Number()
    assert [await way(number), await way(number), await number] == [1, 2, 3]
    assert number.ended == 3


async def test_tasks_of_one_call_do_not_mix() -> None:
    """Each task makes its own call, although both run through the same object at the same time."""
    number = Number()
    assert sorted(await asyncio.gather(asyncio.create_task(number), asyncio.create_task(number))) == [1, 2]


async def test_its_failure_is_the_tasks() -> None:
    """What the call raises, the task raises."""
    with pytest.raises(KeyError):
        await asyncio.create_task(Number(KeyError("x")))


async def test_a_cancelled_task_cancels_the_call() -> None:
    """The cancellation arrives inside of the call, which ends; the next one begins anew."""
    number = Number()
    task = asyncio.create_task(number)
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert (number.begun, number.ended) == (1, 1)
    assert await number == 2


async def test_it_can_be_closed_and_thrown_at_like_a_coroutine() -> None:
    """Closing ends what has begun; an error thrown by class, or with a traceback, arrives."""
    number = Number()
    number.send(None)
    number.close()
    number.close()
    assert (number.begun, number.ended) == (1, 1)
    ways: list[tuple[Any, ...]] = [(KeyError,), (KeyError("x"),), (KeyError, KeyError("x"))]
    for thrown in (*ways, cast("tuple[Any, ...]", (KeyError, KeyError("x"), None))):
        number.send(None)
        with pytest.raises(KeyError):
            number.throw(*thrown)
    try:
        raise ValueError
    except ValueError as error:
        number.send(None)
        with pytest.raises(ValueError):
            number.throw(ValueError, error, error.__traceback__)
    assert number.begun == number.ended


class Steps(AwaitableCall[str]):
    """Gives what it is sent, or has thrown at it; knows how many calls were made, and may close itself."""

    def __init__(self, *, closing: bool = False) -> None:
        super().__init__()
        self.made = 0
        self.closing = closing

    def _awaited(self) -> Coroutine[Any, Any, str]:
        self.made += 1
        return self.steps()

    async def steps(self) -> str:
        said = await Said()
        if self.closing:
            with pytest.raises(ValueError, match="already executing"):
                self.close()
        return said


class Said:
    def __await__(self) -> Generator[None, str, str]:
        return (yield)


async def test_it_is_sent_what_a_coroutine_is_sent() -> None:
    """The value arrives where the call waits for one, and no step makes a second call."""
    call = Steps()
    call.send(None)
    with pytest.raises(StopIteration) as caught:
        call.send("hello")
    assert (caught.value.value, call.made) == ("hello", 1)


async def test_a_call_that_closes_itself_ends_with_its_result() -> None:
    """It cannot be closed while it runs, and that costs it nothing."""
    call = Steps(closing=True)
    call.send(None)
    with pytest.raises(StopIteration) as caught:
        call.send("hello")
    assert caught.value.value == "hello"


async def test_tasks_take_steps_of_their_own_calls() -> None:
    """Two tasks that are both under way have begun two calls."""
    call = Steps()
    tasks = [asyncio.create_task(call), asyncio.create_task(call)]
    await asyncio.sleep(0)
    assert call.made == 2
    await asyncio.gather(*tasks)


def raised(error: BaseException) -> BaseException:
    """The error, with this function in its traceback."""
    try:
        raise error
    except BaseException as caught:
        return caught


def functions(error: BaseException) -> list[str]:
    return [frame.name for frame in traceback.extract_tb(error.__traceback__)]


async def test_an_error_is_thrown_as_at_a_coroutine() -> None:
    """The very error, with the traceback that it has, or with the one that is handed over."""
    traced = raised(ValueError()).__traceback__
    error = KeyError("x")
    for thrown, has_trace in (((KeyError, error), False), ((error, None, traced), True), ((error,), True)):
        call = Steps()
        call.send(None)
        with pytest.raises(KeyError) as caught:
            call.throw(*cast("tuple[Any, ...]", thrown))
        assert caught.value is error
        assert ("raised" in functions(error)) is has_trace


def test_asyncio_run_takes_it() -> None:
    """Also where there is no loop yet."""
    assert asyncio.run(Number()) == 1


async def test_a_pager_in_a_task_is_its_first_page() -> None:
    """The list calls of all vendors may be run side by side without a wrapper."""

    def items(request: Any, response: Any) -> list[int]:
        return cast("list[int]", response.json())

    pager = Pager(fake_session(Script(answer(200, [1, 2]))), json_request(), items, SinglePage())
    async with asyncio.TaskGroup() as group:
        first, second = group.create_task(pager), group.create_task(pager)
    assert (list(first.result()), list(second.result())) == ([1, 2], [1, 2])


async def test_a_pager_is_accepted_where_a_coroutine_is() -> None:
    """Gathered, waited for, and returned by what a bulk fetch calls: each time it is its first page."""

    def items(request: Any, response: Any) -> list[int]:
        return cast("list[int]", response.json())

    def listing(first: int) -> Pager[int]:
        return Pager(fake_session(Script(answer(200, [first]))), json_request(), items, SinglePage())

    one, other = await asyncio.gather(listing(1), listing(2))
    third = await asyncio.wait_for(listing(3), 60)
    found = await fetch_many(listing, [4, 5])
    assert [list(page) for page in (one, other, third, *(outcome.value for outcome in found))] == [
        [1],
        [2],
        [3],
        [4],
        [5],
    ]


async def test_outcomes_in_a_task_are_all_of_them() -> None:
    """A bulk call in a task gives its list, in the order asked for."""

    async def fetch(key: int) -> int:
        return key * 2

    outcomes = await asyncio.create_task(fetch_many(fetch, [1, 2]))
    assert [outcome.value for outcome in outcomes] == [2, 4]


def entered(call: Any) -> object:
    return call.__enter__()


USES: list[Callable[[Any], object]] = [iter, list, entered]


@pytest.mark.parametrize("use", USES)
async def test_use_without_async_says_what_to_do(use: Callable[[Any], object]) -> None:
    """`for` and `with` in place of their async forms are refused with the right form."""

    async def fetch(key: int) -> int:
        return key

    def nothing(request: Any, response: Any) -> list[int]:
        return []

    pager = Pager(fake_session(Script(answer(200, []))), json_request(), nothing, SinglePage())
    with pytest.raises(TypeError, match=r"Pager.*async for"):
        use(pager)
    with pytest.raises(TypeError, match=r"Outcomes.*async for"):
        use(fetch_many(fetch, [1]))
    with pytest.raises(TypeError, match=r"Number.*await it"):
        use(Number())


def test_with_says_what_to_do() -> None:
    """The statement itself gets as far as the hint."""
    with pytest.raises(TypeError, match="context manager"), cast("Any", Number()):
        pass  # pragma: no cover  # never reached
