"""What bulk calls are to fetch, where experiments belong to projects: some, those of a project, or all."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterable, Callable, Iterable
from contextlib import aclosing
from typing import Any, Protocol, TypeVar, cast

from .._aio import Failed, Restartable
from ..errors import ABClientError
from ..paging import Pager, keys_in
from ..resource import Resource, identity_of, written
from ._wrong_use import check_several

P = TypeVar("P", bound=Resource[Any])


class _Experiments(Protocol):
    def __call__(self, project_id: int, /) -> Pager[Any]: ...


def experiment_ids(
    wanted: Iterable[Any] | AsyncIterable[Any] | None,
    project_id: int | None,
    *,
    projects: Callable[[], Pager[P]],
    experiments: _Experiments,
) -> Restartable[int]:
    """The ids of the experiments that are wanted.

    Args:
        wanted: experiments or their ids, mixed; None for all of them.
        project_id: only those of this project.
        projects: lists the projects. One that cannot be read, or whose experiments cannot be listed, has a failure of
            its own, by the key ``project`` and its id.
        experiments: lists those of a project.

    Raises:
        TypeError: both are given, or ``wanted`` is not several.
    """
    if wanted is not None and project_id is not None:
        raise TypeError("give the experiments, or a project_id for all of its experiments, not both")
    if wanted is not None:
        check_several("wanted", wanted, "experiments or ids")
        return keys_in(wanted, _id_of)
    if project_id is not None:
        return keys_in(experiments(project_id), _id_of)

    async def ids() -> AsyncGenerator[int, None]:
        async with aclosing(aiter(keys_in(projects(), lambda project: (project,)))) as found:
            async for project in cast("AsyncIterable[P | Failed[Any]]", found):
                try:
                    if isinstance(project, Failed):
                        raise project.error
                    async with aclosing(aiter(keys_in(experiments(written(identity_of(project))), _id_of))) as listed:
                        async for key in listed:
                            yield key
                except ABClientError as error:
                    place = project.key if isinstance(project, Failed) else identity_of(project)
                    yield cast("int", Failed(f"project {place}", error))

    return Restartable((), ids)


def _id_of(item: Resource[Any] | int) -> tuple[int]:
    """An id that is not one is its own failure, and costs no other."""
    return (written(identity_of(item)) if isinstance(item, Resource) else item,)
