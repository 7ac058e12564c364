"""What the tests that run for every vendor have to know of one: each ``tests/vendors/<name>/known.py`` says it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import Any

from attrs import frozen

from abclient.results import ExperimentInfo, ResultRow
from abclient_api._runtime import Request

from .clients import TOKEN
from .rows import NOW
from .wrong import Calls

CONTEXT: dict[str, Any] = {"fetched_at": NOW}


def only_the_token(request: bytes) -> list[str]:
    """What proves who sent a request: the token."""
    return [TOKEN]


@frozen(kw_only=True)
class Known:
    """What is known of a vendor.

    Attributes:
        ids: those of the experiments in what the sandbox holds of the vendor.
        experiment_id: the field by which the vendor names an experiment.
        experiment_name: the field of its name.
        invented_id: an id that no experiment of the sandbox has, from a number.
        malformed: what makes an experiment one that cannot be said in the words of all vendors, by field.
        is_list: whether a path is that of a list of experiments.
        some_list: a list of the vendor's that a client gives without asking for anything else before.
        listed: the schema of the responses of ``some_list``.
        list_experiments: all experiments of a project that the sandbox has, and their collection's arguments.
        fetch_everything: a bulk call for all results of a project that the sandbox has.
        some_request: a generated operation that lists something in the sandbox.
        linked_page: the first page of ``some_list`` whose next one is at an address, and its headers.
        follows_links: whether lists go from page to page by links.
        rows: the schemas of results, and what makes rows of them.
        results_package: the generated package that has these schemas; by default the one of the vendor's name.
        info: the schema of an experiment, and what says it in the words of all vendors.
        says_age: whether results say how old their data are.
        secrets: what proves who sent a request.
        wrong_arguments: values that arguments do not take, and the calls that have such an argument.
        check_credentials: refuses headers, URL and body of a request by AssertionError; None where the specification
            says all there is to say.
    """

    ids: Callable[[Any], set[str]] = lambda world: set(map(str, world["experiments"]))
    experiment_id: str = "id"
    experiment_name: str = "name"
    invented_id: Callable[[int], Any]
    malformed: Callable[[dict[str, Any]], list[dict[str, Any]]]
    is_list: Callable[[str], bool] = lambda path: path.endswith("/experiments")
    some_list: Callable[[Any], Any]
    listed: str
    list_experiments: Callable[[Any], Any]
    fetch_everything: Callable[[Any], Any]
    some_request: Callable[[], Request[Any, Any]]
    linked_page: Callable[[str], tuple[Any, tuple[str, ...]]]
    follows_links: bool
    rows: tuple[tuple[str, Callable[[Any], list[ResultRow]]], ...]
    results_package: str = ""
    info: tuple[str, Callable[[Any], ExperimentInfo]]
    says_age: bool = True
    secrets: Callable[[bytes], list[str]] = only_the_token
    wrong_arguments: Sequence[tuple[Sequence[Any], Calls]]
    check_credentials: Callable[[Mapping[str, str], str, bytes], None] | None = None


def known(vendor: str) -> Known:
    """What is known of a vendor."""
    found: Known = import_module(f"vendors.{vendor}.known").KNOWN
    return found
