"""One verb has one shape at every vendor: who knows the collections of one knows those of all."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from fnmatch import fnmatchcase
from importlib import import_module
from inspect import Parameter
from pkgutil import walk_packages
from typing import Any, get_args

import pytest

import abclient.vendors
from abclient.bulk import BulkOptions
from abclient.paging import PageOptions, SinglePage
from abclient.resource import Collection

POSITIONAL = (Parameter.POSITIONAL_ONLY, Parameter.POSITIONAL_OR_KEYWORD)
ONE_PAGE = dict.fromkeys(
    ("ListAttributes", "ScheduledJobs"), "they follow links, but the vendor's document has no parameters for pages"
)

WHOLE_AT_ONCE = {"TargetingLists": "its format is always the same, and the vendor's document requires it in every body"}


def collections() -> list[type[Collection[Any, Any]]]:
    """Every collection of every vendor that can be made, found by importing all that there is."""
    for module in walk_packages(abclient.vendors.__path__, "abclient.vendors."):
        import_module(module.name)

    def below(kind: type[Any]) -> Iterator[type[Any]]:
        for one in kind.__subclasses__():
            yield one
            yield from below(one)

    found = {one for one in below(Collection) if one.__module__.startswith("abclient.vendors.")}
    return sorted((one for one in found if hasattr(one, "model")), key=lambda one: (one.__module__, one.__name__))


def methods(*patterns: str) -> list[Any]:
    """All methods of all collections whose name is one of these, in which * stands for anything."""
    return [
        pytest.param(kind, name, id=f"{kind.__module__.split('.')[2]}.{kind.__name__}.{name}")
        for kind in collections()
        for name in dir(kind)
        if any(fnmatchcase(name, pattern) for pattern in patterns)
    ]


def parameters(kind: type[Any], name: str) -> list[Parameter]:
    """What it takes after self."""
    return list(inspect.signature(getattr(kind, name)).parameters.values())[1:]


def options(method: Callable[..., Any], parameter: Parameter) -> frozenset[str]:
    """The keywords that stand for ``**options``."""
    module = vars(import_module(method.__module__))
    (kind,) = get_args(eval(parameter.annotation, module))
    return frozenset(kind.__optional_keys__)


def is_scope(parameter: Parameter) -> bool:
    return parameter.kind in POSITIONAL and parameter.name.endswith(("_id", "_key"))


def test_every_vendor_has_collections() -> None:
    """The tests below look at something: each vendor's folder has a collection of experiments or experiences."""
    vendors = {module.name for module in walk_packages(abclient.vendors.__path__) if module.ispkg}
    named = ("Experi", "Rules")  # what an experiment is called: experiment, experience, or a rule of a flag
    found = {kind.__module__.split(".")[2] for kind in collections() if kind.__name__.startswith(named)}
    assert found == vendors


@pytest.mark.parametrize(("kind", "name"), methods("list"))
def test_list_takes_where_then_what_then_how(kind: Any, name: str) -> None:
    """The ids of what the list belongs to; conditions by keyword; and, where there are pages, the same options."""
    found = parameters(kind, name)
    paging = [one for one in found if one.kind is Parameter.VAR_KEYWORD]
    assert all(is_scope(one) for one in found if one.kind in POSITIONAL), found
    if kind.__name__ in ONE_PAGE or isinstance(kind.pagination, SinglePage):
        assert not paging
    else:
        assert options(getattr(kind, name), paging[0]) >= PageOptions.__optional_keys__
        # Conditions may be in the same TypedDict, where the spec has one of all that a list takes.
        assert paging[0].name in {"paging", "filters"}


@pytest.mark.parametrize(("kind", "name"), methods("get", "get_many", "update", "archive", "delete"))
def test_what_is_about_one_begins_with_its_id(kind: Any, name: str) -> None:
    """By position alone, because its name differs; the rest is given by keyword."""
    first, *more = parameters(kind, name)
    assert first.kind is Parameter.POSITIONAL_ONLY
    assert not [one for one in more if one.kind in POSITIONAL]


@pytest.mark.parametrize(("kind", "name"), methods("create", "update"))
def test_fields_are_given_by_keyword_as_the_spec_types_them(kind: Any, name: str) -> None:
    """The ids of where it belongs, options, and one TypedDict of fields, which is not called as the read model is."""
    found = parameters(kind, name)
    assert all(is_scope(one) for one in found if one.kind in POSITIONAL), found
    if kind.__name__ not in WHOLE_AT_ONCE:
        assert found[-1].name == "fields"
        assert re.fullmatch(r"Unpack\[models\.\w+Fields\]", found[-1].annotation)


@pytest.mark.parametrize(("kind", "name"), methods("fetch_*"))
def test_a_bulk_call_fetches_what_is_wanted_or_everything(kind: Any, name: str) -> None:
    """First what is wanted, or nothing for everything; then keywords; and the options that all bulk calls have."""
    wanted, *others, bulk = parameters(kind, name)
    assert (wanted.name, wanted.default, wanted.kind) == ("wanted", None, Parameter.POSITIONAL_OR_KEYWORD)
    assert all(one.kind is Parameter.KEYWORD_ONLY and one.default is not Parameter.empty for one in others)
    assert (bulk.name, bulk.kind) == ("options", Parameter.VAR_KEYWORD)
    assert options(getattr(kind, name), bulk) >= BulkOptions.__optional_keys__
