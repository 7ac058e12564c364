"""What the clients of all vendors share: options, names, copies, and what wrong use says."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from functools import cached_property, partial
from importlib import import_module
from typing import Any, cast

import httpx
import pytest

import abclient
from abclient import errors
from abclient._session import Session
from abclient.client import Client
from abclient.errors import ConfigurationError
from abclient.events import Attempt
from abclient.vendor import get
from abclient_api.launchdarkly.api.experiments import get_experiment, get_experiments
from support.clients import SECRET, TOKEN, VENDORS, class_of, credentials_of, session_of
from support.fake import Script, answer

HTTP = [(vendor, url) for vendor in VENDORS for url in ("http://api.example.com", "http://10.1.2.3:8080")]


def make(vendor: str, **options: Any) -> Client:
    """A client of the vendor, with the tests' credentials, that sends nothing."""
    return cast("Client", get(vendor).open(**credentials_of(vendor), **options))


def launchdarkly(*steps: Any, **options: Any) -> abclient.LaunchDarkly:
    return abclient.LaunchDarkly(TOKEN, transport=Script(*steps), **options)


@pytest.mark.parametrize("vendor", VENDORS)
async def test_a_client_goes_where_the_spec_says(vendor: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any setting, calls go to the first server of the vendor's spec."""
    monkeypatch.delenv(f"ABCLIENT_{vendor.upper()}_BASE_URL", raising=False)
    async with make(vendor, transport=Script()) as client:
        assert session_of(client).account.base_url == import_module(f"abclient_api.{vendor}").SERVERS[0]


@pytest.mark.parametrize(("vendor", "url"), HTTP)
@pytest.mark.parametrize("by", ["option", "environment"])
def test_credentials_do_not_leave_in_clear_text(
    vendor: str, url: str, by: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """http to another machine is refused, also from the environment; unless it is allowed."""
    variable = f"ABCLIENT_{vendor.upper()}_BASE_URL"
    options = {"base_url": url} if by == "option" else {}
    if by == "environment":
        monkeypatch.setenv(variable, url)
    with pytest.raises(ConfigurationError, match="in clear text; use https://, or allow_insecure=True"):
        make(vendor, **options)
    assert session_of(make(vendor, allow_insecure=True, **options)).account.base_url == url
    monkeypatch.setenv("ABCLIENT_ALLOW_INSECURE", "1")
    assert session_of(make(vendor, **options)).account.base_url == url
    monkeypatch.setenv("ABCLIENT_ALLOW_INSECURE", "0")
    with pytest.raises(ConfigurationError, match="clear text"):
        make(vendor, **options)


@pytest.mark.parametrize(
    ("url", "local"),
    [
        ("http://127.0.0.1:1", True),
        ("http://127.8.9.1/v2", True),
        ("http://[::1]:1", True),
        ("http://[::ffff:127.0.0.1]", True),
        ("http://localhost:8000", True),
        ("http://LOCALHOST./", True),
        ("http://sandbox.localhost", True),
        ("https://api.example.com", True),
        ("http://localhost.example.com", False),
        ("http://127.0.0.1.example.com", False),
        ("http://0.0.0.0", False),
        ("http://[::]", False),
        ("http://[fe80::1]", False),
        ("http://[::ffff:10.0.0.1]", False),
        ("http://2130706433", False),
        ("http://app.launchdarkly.com", False),
    ],
)
def test_this_machine_is_told_by_its_address(url: str, local: bool) -> None:
    """Loopback addresses and localhost are this machine, and nothing that only looks like them."""
    if local:
        make("launchdarkly", base_url=url)
    else:
        with pytest.raises(ConfigurationError, match="clear text"):
            make("launchdarkly", base_url=url)


@pytest.mark.parametrize("value", ["yes", "true", "2"])
def test_a_switch_is_on_or_off(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What only looks like a yes is refused, in the environment and as an option."""
    with pytest.raises(ConfigurationError, match="allow_insecure must be True or False"):
        make("convert_v1", allow_insecure=value)
    monkeypatch.setenv("ABCLIENT_ALLOW_INSECURE", value)
    with pytest.raises(ConfigurationError, match="ABCLIENT_ALLOW_INSECURE must be 1 or 0"):
        make("convert_v1")


@pytest.mark.parametrize("vendor", VENDORS)
async def test_a_client_has_a_name_of_its_own(vendor: str) -> None:
    """In its repr, in errors, and in the records of its attempts; the vendor's by default."""
    seen: list[Attempt] = []
    assert make(vendor).name == vendor
    client = make(vendor, name="eu", transport=Script(answer(404)), hooks=[seen.append])
    assert client.name == client.with_options(timeout=1).name == "eu"
    assert "'eu'" in repr(client)
    with pytest.raises(errors.NotFoundError, match=rf"^{vendor} \(eu\) "):
        await client.send(get_experiments.request("p", "e"))
    assert [one.client for one in seen] == ["eu"]


@pytest.mark.parametrize("name", ["", " ", "a\nb", "\x1b[2J", 5])
def test_a_name_is_one_line_that_can_be_read(name: Any) -> None:
    """It gets into logs and onto terminals."""
    with pytest.raises(ConfigurationError, match="name must be a printable text"):
        make("convert_v1", name=name)


async def test_generated_operations_can_be_sent() -> None:
    """``send`` takes their requests."""
    experiment: dict[str, Any] = {
        "_id": "i",
        "key": "a",
        "name": "n",
        "_maintainerId": "m",
        "_creationDate": 1,
        "_links": {},
    }
    experiment |= {"environmentKey": "e"}
    client = launchdarkly(answer(200, {"items": [experiment]}), answer(200, experiment), answer(404))
    listed = await client.send(get_experiments.request("p", "e"))
    assert [one.key for one in listed.items or []] == ["a"]
    assert (await client.send(get_experiment.request("p", "e", "a"))).key == "a"
    with pytest.raises(errors.NotFoundError):
        await client.send(get_experiment.request("p", "e", "b"))


async def test_a_raw_response_names_its_request() -> None:
    """As errors and records of attempts do; None where the vendor does not."""
    client = launchdarkly(answer(200, {}, x_request_id="r-1", x_other="o"), answer(200, {}))
    raw = await client.send_raw(get_experiments.request("p", "e"))
    assert (raw.request_id, raw.header("X-Other"), raw.header("x-none")) == ("r-1", "o", None)
    assert (await client.send_raw(get_experiments.request("p", "e"))).request_id is None


@pytest.mark.parametrize("vendor", VENDORS)
@pytest.mark.parametrize(
    ("keyword", "hint"),
    [
        ("max_retries", "did you mean retries=?"),
        ("retry", "did you mean retries=?"),
        ("baseurl", "did you mean base_url=?"),
        ("url", "did you mean base_url=?"),
        ("timeouts", "did you mean timeout=?"),
        ("client", "did you mean http_client=?"),
        ("max_respons_bytes", "did you mean max_response_bytes=?"),
        ("verify", "SSL_CERT_FILE"),
        ("proxies", "HTTPS_PROXY"),
        ("zzz", ""),
    ],
)
def test_an_unexpected_keyword_is_named(vendor: str, keyword: str, hint: str) -> None:
    """With the class, and what it is called here; before anything is said of a token that is missing."""
    with pytest.raises(TypeError) as caught:
        class_of(vendor)(**{keyword: 1})
    said = str(caught.value)
    assert said.startswith(f"{class_of(vendor).__name__}() got an unexpected keyword argument {keyword!r}")
    assert said.endswith(f"{keyword!r}; {hint}" if "?" in hint else hint or f"{keyword!r}") or hint in said


@pytest.mark.parametrize(
    ("vendor", "meant"),
    [(vendor, get(vendor).credentials[-1]) for vendor in VENDORS],
)
@pytest.mark.parametrize("keyword", ["api_key", "access_token", "auth", "bearer_token", "sdk_key"])
def test_a_credential_under_another_name_is_named(vendor: str, meant: str, keyword: str) -> None:
    """The message says what it is called here, and shows nothing of it."""
    with pytest.raises(TypeError, match=rf"{keyword}'; did you mean {meant}=\?") as caught:
        class_of(vendor)(**{keyword: SECRET})
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize(
    ("keyword", "hint"),
    [
        ("token", "; that belongs to a client and all its copies: make another Optimizely"),
        ("base_url", "; that belongs to a client and all its copies: make another Optimizely"),
        ("api_key", "; that belongs to a client and all its copies: make another Optimizely"),
        ("max_retries", "; did you mean retries=?"),
        ("limits", ""),
    ],
)
def test_a_copy_says_what_it_cannot_change(keyword: str, hint: str) -> None:
    """The account, and what all copies share; a misspelt option is named."""
    given: dict[str, Any] = {keyword: 1}
    with pytest.raises(TypeError) as caught:
        make("optimizely").with_options(**given)
    assert str(caught.value) == f"Optimizely.with_options() got an unexpected keyword argument {keyword!r}{hint}"


@pytest.mark.parametrize("vendor", VENDORS)
@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"timeout": None}, "timeout must be .* not None; every call has to end, so give the number of seconds"),
        ({"timeout": 0}, "timeout must be a positive"),
        ({"retries": None}, "retries must be a whole number"),
        ({"headers": None}, "headers must be a mapping"),
        ({"max_response_bytes": None}, "max_response_bytes must be a whole number"),
    ],
)
def test_none_is_no_option(vendor: str, options: dict[str, Any], said: str) -> None:
    """It does not mean "for ever" or "any", and is not passed over."""
    with pytest.raises(ConfigurationError, match=said):
        make(vendor, **options)
    with pytest.raises(ConfigurationError, match=said):
        make(vendor).with_options(**options)


@pytest.mark.parametrize("vendor", VENDORS)
@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("Bearer abcdef123", "give it alone, without the word before it"),
        ("bearer\tabcdef123", "give it alone"),
        ("Token abcdef123", "give it alone"),
        ("abcdef123\n", r"strip\(\) removes them"),
        (" abcdef123", r"strip\(\) removes them"),
        ("abc def 123", "without blanks or line ends(?m:$)"),
    ],
)
def test_a_credential_that_is_not_alone_says_what_to_do(vendor: str, value: str, said: str) -> None:
    """Copied with the word before it, or read from a file with the line's end; nothing of it is shown."""
    with pytest.raises(ConfigurationError, match=said) as caught:
        get(vendor).open(**{**credentials_of(vendor), get(vendor).credentials[0]: value})
    assert "abcdef123" not in str(caught.value)


@pytest.mark.parametrize("vendor", VENDORS)
def test_a_client_is_asynchronous_and_no_list(vendor: str) -> None:
    """``with`` and ``for`` say what to write."""
    client: Any = make(vendor)
    with pytest.raises(TypeError, match="write `async with`"), client:
        pass
    with pytest.raises(TypeError, match=r"cannot be iterated; .* `async for`"):
        list(client)
    assert client.__exit__(None, None, None) is None


class Mine(abclient.LaunchDarkly):
    """Keeps collections in every way that attributes can."""

    __slots__ = ("slot", "unset")

    def __init__(self, *steps: Any) -> None:
        super().__init__(TOKEN, transport=Script(*steps))
        there = self.experiments("p", "e")
        self.there, self.same = there, there
        self.slot = self.experiments("p", "f")
        self.places: dict[str, Any] = {"a": [there, 1], "b": ({"c": there},)}
        self.get: Callable[[str], Any] = there.get
        self.first: Any = partial(there.get, "a")
        self.page = there.list()
        self.me = self
        self.cache: dict[str, int] = {"a": 1}
        self.loop: list[Any] = [there]
        self.loop.append(self.loop)
        self.plain = "x".upper

    @cached_property
    def later(self) -> Any:
        return self.experiments("p", "g")


def session_in(thing: Any) -> Session:
    return cast("Session", vars(thing)["_session"])


def test_what_a_subclass_keeps_has_the_new_options_in_a_copy() -> None:
    """Collections as attributes, in slots, cached properties, lists, dictionaries, methods and partials."""
    mine = Mine(answer(200))
    assert session_in(mine.later) is session_of(mine)
    copy = mine.with_options(timeout=1)
    new = session_of(copy)
    assert new.options.timeouts.total == 1
    found = [copy.there, copy.same, copy.slot, copy.places["a"][0], copy.places["b"][0]["c"], copy.later, copy.page]
    found += [cast("Any", copy.get).__self__, copy.first.func.__self__, copy.loop[0]]
    assert {id(session_in(one)) for one in found} == {id(new)}
    assert not hasattr(copy, "unset")
    assert copy.there is copy.same is copy.places["a"][0]
    assert (copy.me, copy.first.args, copy.places["a"][1]) == (copy, ("a",), 1)
    assert (copy.cache is mine.cache, copy.plain is mine.plain) == (True, True)
    before = [mine.there, mine.slot, mine.places["a"][0], mine.later, mine.page, cast("Any", mine.get).__self__]
    assert {id(session_in(one)) for one in before} == {id(session_of(mine))}


@pytest.mark.parametrize("vendor", VENDORS)
async def test_no_credential_of_any_kind_gets_into_an_error(vendor: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The account's, those of the user's own headers, of a proxy, and of a given HTTP client, all repeated."""
    monkeypatch.setenv("HTTPS_PROXY", "http://me:pr0xy%2Fpass@proxy.example:3128")
    monkeypatch.setenv("NO_PROXY", "localhost")
    headers = {"X-Api-Key": "k3y-of-the-gateway", "Authorization-2": "Bearer an0ther-one"}
    pair = base64.b64encode(b"me:pr0xy/pass").decode()
    secrets = [*credentials_of(vendor).values(), "k3y-of-the-gateway", "an0ther-one"]
    secrets += ["pr0xy/pass", pair]
    client = make(vendor, transport=Script(answer(400, {"message": " ".join(secrets)})), headers=headers)
    with pytest.raises(errors.BadRequestError) as caught:
        await client.send(get_experiments.request("p", "e"))
    assert re.fullmatch(r"(\*\*\*[a-zA-Z0-9=]* ?)+", caught.value.message), caught.value.message
    assert not [secret for secret in secrets if secret in f"{vars(caught.value)}"]


async def test_the_headers_of_a_given_client_are_secrets() -> None:
    """What an httpx client adds by itself may be a gateway's key."""

    def echo(request: httpx.Request) -> httpx.Response:
        return httpx.Response(400, json={"message": f"no {request.headers['x-key']}"})

    async with httpx.AsyncClient(transport=httpx.MockTransport(echo), headers={"X-Key": "an0ther-k3y"}) as own:
        with pytest.raises(errors.BadRequestError, match=r"no \*\*\*(?m:$)"):
            await abclient.LaunchDarkly(TOKEN, http_client=own).send(get_experiments.request("p", "e"))
