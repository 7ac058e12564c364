"""Vendors by name: our own, and those of other distributions, good and bad."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from importlib.metadata import EntryPoint, EntryPoints
from types import ModuleType
from typing import Any

import pytest

from abclient import vendor
from abclient.errors import ConfigurationError
from abclient.vendor import BUILT_IN, Vendor

Install = Callable[..., None]


def described(**changes: Any) -> Vendor:
    """A vendor of another distribution."""
    fields: dict[str, Any] = {"name": "acme", "title": "Acme", "api": "v1", "url": "https://acme.example"}
    fields |= {"client": "acme:C", "source": "acme:S"} | changes
    return Vendor(**fields)


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Install:
    """Installs entry points, by name and value; a module ``acme`` has what is given by keyword."""

    def do(*points: tuple[str, str], **content: Any) -> None:
        module = ModuleType("acme")
        vars(module).update(content)
        monkeypatch.setitem(sys.modules, "acme", module)
        found = EntryPoints(EntryPoint(name, value, vendor.GROUP) for name, value in points)
        monkeypatch.setattr("importlib.metadata.entry_points", found.select)

    return do


@pytest.mark.parametrize("name", BUILT_IN)
async def test_what_is_described_is_what_is_opened(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A vendor's client is of the vendor's name, asks the described address, and its source can be imported."""
    found = vendor.get(name)
    monkeypatch.delenv(found.variable("base_url"), raising=False)
    async with found.open(**dict.fromkeys(found.credentials, "some-credential")) as client:
        assert (client.vendor, found.name) == (name, name)
        assert repr(client) == f"<{type(client).__name__} {found.url}>"
    assert found.source_class().__module__ == f"abclient.vendors.{name}.source"


def test_a_vendor_of_another_distribution(install: Install) -> None:
    """It is named beside our own, and found by its entry point."""
    install(("acme", "acme:VENDOR"), VENDOR=described())
    assert vendor.names() == (*BUILT_IN, "acme")
    assert vendor.get("acme") == described()
    assert vendor.title_of("acme") == "Acme"


@pytest.mark.parametrize(
    ("points", "content", "said"),
    [
        ([], {}, f"there is no vendor 'acme'; there are {', '.join(BUILT_IN)}"),
        ([("acme", "acme:VENDOR")], {}, "cannot be used: AttributeError"),
        ([("acme", "not_installed_here:VENDOR")], {}, "cannot be used: ModuleNotFoundError"),
        ([("acme", "acme:VENDOR")], {"VENDOR": 5}, "acme:VENDOR is not an abclient.vendor.Vendor of that name"),
        ([("acme", "acme:VENDOR")], {"VENDOR": described(name="other")}, "is not an abclient.vendor.Vendor of that"),
        ([("acme", "acme:A"), ("acme", "acme:B")], {}, "several distributions bring a vendor 'acme': acme:A, acme:B"),
    ],
)
def test_a_vendor_that_cannot_be_used_is_named(
    points: list[tuple[str, str]], content: dict[str, Any], said: str, install: Install
) -> None:
    """In one line that says why; rows of it keep its name, and all other vendors go on."""
    install(*points, **content)
    with pytest.raises(ConfigurationError, match=re.escape(said)) as caught:
        vendor.get("acme")
    assert "\n" not in str(caught.value)
    assert vendor.title_of("acme") == "acme"
    found = vendor.installed()
    assert [name for name, one in found.items() if isinstance(one, Vendor)] == list(BUILT_IN)
    assert ("acme" in found) == bool(points)


@pytest.mark.parametrize(
    ("name", "meant"), [("optimisely", "optimizely"), ("LaunchDarkly", "launchdarkly"), ("convert-v1", "convert_v1")]
)
def test_a_misspelled_name_is_recognized(name: str, meant: str) -> None:
    """The message says which one was meant, and which there are."""
    said = f"there is no vendor {name!r}; did you mean {meant!r}? There are {', '.join(BUILT_IN)}"
    with pytest.raises(ConfigurationError, match=re.escape(said)):
        vendor.get(name)


def test_one_of_our_own_names_stays_ours(install: Install) -> None:
    """A distribution that brings a vendor of such a name is named as one that cannot be used."""
    install(("convert_v1", "acme:VENDOR"), VENDOR=described(name="convert_v1"))
    assert vendor.get("convert_v1").title == "Convert v1"
    (problem,) = [one for one in vendor.installed().values() if isinstance(one, ConfigurationError)]
    assert "acme:VENDOR brings a vendor 'convert_v1', which is the name of one of abclient's own" in str(problem)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"title": ""}, "the title of the vendor 'acme' must be text, not ''"),
        ({"client": None}, "the client of the vendor 'acme' must be text, not None"),
        ({"name": "Acme"}, "a vendor's name must be an identifier in lower case, not 'Acme'"),
        ({"name": "ac-me"}, "a vendor's name must be an identifier in lower case, not 'ac-me'"),
        ({"credentials": "token"}, "the credentials of the vendor 'acme' must be a tuple of identifiers, not 'token'"),
        ({"settings": ("an instance",)}, "the settings of the vendor 'acme' must be a tuple of identifiers"),
        ({"needs": ("account",)}, "the needs of the vendor 'acme' must be a tuple of project and environment"),
        ({"needs": ("environment",)}, "the vendor 'acme' needs an environment: has_environments must be True"),
        ({"has_environments": "yes"}, "the has_environments of the vendor 'acme' must be True or False, not 'yes'"),
        ({"segments": {"device": ()}}, "the segments of the vendor 'acme' must be a tuple of pairs of a name, such as"),
        ({"segments": ("device",)}, "and a tuple of values, not ('device',)"),
        ({"segments": (("device", "mobile"),)}, "and a tuple of values, not (('device', 'mobile'),)"),
        ({"segments": (("device=", ()),)}, "and a tuple of values, not (('device=', ()),)"),
        ({"segments": (("device", (), ()),)}, "and a tuple of values, not (('device', (), ()),)"),
        ({"has_series": "daily"}, "the has_series of the vendor 'acme' must be True or False, not 'daily'"),
        ({"has_iterations": None}, "the has_iterations of the vendor 'acme' must be True or False, not None"),
        (
            {"verbs": (("delete", "delete"),)},
            "must be a tuple of pairs of a verb (start, pause, end, archive, unarchive)",
        ),
        ({"verbs": (("start",),)}, "the verbs of the vendor 'acme' must be a tuple of pairs of a verb"),
        ({"verbs": (("start", "start()"),)}, "and the name of a method, not (('start', 'start()'),)"),
        ({"documented_wait": "60"}, "the documented_wait of the vendor 'acme' must be a positive number of seconds"),
        ({"advised_rate": 0.0}, "must be a positive number of requests per second, not 0.0"),
        ({"pace": -2.0}, "the pace of the vendor 'acme' must be a positive number of requests per second, not -2.0"),
        ({"limit_headers": (("account", "X-Limit-"),)}, "must be a tuple of pairs of texts in lower case"),
        ({"limit_headers": (("account",),)}, "must be a tuple of pairs of texts in lower case"),
        ({"request_id_keys": "uuid"}, "the request_id_keys of the vendor 'acme' must be a tuple of texts, not 'uuid'"),
        ({"client": "acme"}, "the client of the vendor 'acme' must be package.module:Class, not 'acme'"),
        ({"source": "acme:"}, "the source of the vendor 'acme' must be package.module:Class, not 'acme:'"),
    ],
)
def test_an_incomplete_description_is_refused(changes: dict[str, Any], said: str) -> None:
    """Where it is written, and by what is wrong with it."""
    with pytest.raises(ConfigurationError, match=re.escape(said)):
        described(**changes)


@pytest.mark.parametrize(
    ("there", "missing"),
    [
        ([], ["ACME_NAME", "ACME_SECRET"]),
        (["NAME"], ["ACME_SECRET"]),
        (["NAME", "SECRET"], []),
        (["KEY"], ["ACME_SIGNATURE"]),
        (["KEY", "SIGNATURE"], []),
    ],
)
def test_missing_credentials_are_named(there: list[str], missing: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """By their variables; once one of the other kind is set, those of that kind."""
    found = described(credentials=("name", "secret"), other_credentials=("key", "signature"))
    monkeypatch.setenv("ABCLIENT_ACME_NAME", "")  # counts as not set
    for one in there:
        monkeypatch.setenv(f"ABCLIENT_ACME_{one}", "x")
    assert found.missing_credentials() == [f"ABCLIENT_{name}" for name in missing]


SEGMENTED: dict[str, Any] = {"segments": (("device", ("desktop", "mobile")), ("attribute:ID", ()), ("audience", ()))}


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        ("device=mobile", ("device", None, "mobile")),
        ("attribute:12=gold=x:y", ("attribute", "12", "gold=x:y")),
        ("audience=7", ("audience", None, "7")),
    ],
)
def test_a_segment_is_a_name_and_a_value(text: str, segment: tuple[str, str | None, str]) -> None:
    """With an id where the name has one; the value may be any text where the vendor does not list its values."""
    assert described(**SEGMENTED).segment(text) == segment


@pytest.mark.parametrize(
    "text",
    [
        "device=phone",
        "device=",
        "device",
        "",
        "=mobile",
        "os=linux",
        "device:1=mobile",
        "attribute=gold",
        "audience:7=x",
    ],
)
def test_a_segment_that_the_vendor_lacks_is_named(text: str) -> None:
    """With those that it has."""
    known = "it has device=desktop|mobile, attribute:ID=VALUE, audience=VALUE"
    with pytest.raises(ConfigurationError, match=re.escape(f"Acme (v1) has no segment {text!r}; {known}")):
        described(**SEGMENTED).segment(text)


def test_parts_of_results_that_the_vendor_lacks_are_named() -> None:
    """Each by its name in Python and in the command."""
    cases: list[tuple[dict[str, Any], str]] = [
        ({"segments": ["device=mobile"]}, "has no segment 'device=mobile'; it has no segments"),
        ({"series": True}, "has no results over time: leave out series (--series)"),
        ({"iterations": True}, "has no results of earlier iterations: leave out iterations (--iterations)"),
    ]
    for asked, said in cases:
        chosen: dict[str, Any] = {"segments": (), "series": False, "iterations": False} | asked
        with pytest.raises(ConfigurationError, match=re.escape(f"Acme (v1) {said}")):
            described().check_parts(**chosen)
        described(**SEGMENTED, has_series=True, has_iterations=True).check_parts(**chosen)


@pytest.mark.parametrize("raised", [SystemExit(3), RuntimeError("two\nlines")])
def test_a_module_that_raises_when_it_is_imported_is_named(raised: BaseException, install: Install) -> None:
    """In one line, whatever it raises; the process goes on, and so does everything but this vendor."""

    class Raises(ModuleType):
        def __getattr__(self, name: str) -> Any:
            raise raised

    install(("acme", "acme:VENDOR"))
    sys.modules["acme"] = Raises("acme")
    for use in (lambda: vendor.get("acme"), lambda: described().open(token="t"), lambda: described().source_class()):
        with pytest.raises(ConfigurationError, match=f"{type(raised).__name__}: ") as caught:
            use()
        assert "\n" not in str(caught.value)
    assert isinstance(vendor.installed()["acme"], ConfigurationError)


@pytest.mark.parametrize("path", ["acme:Missing", "not_installed_here:C"])
def test_a_client_that_cannot_be_imported_is_named(path: str, install: Install) -> None:
    """With the vendor's name, whatever is wrong with the import."""
    install(("acme", "acme:VENDOR"))
    with pytest.raises(ConfigurationError, match=f"'{path}' of the vendor 'acme' cannot be imported"):
        described(client=path).open(token="t")
