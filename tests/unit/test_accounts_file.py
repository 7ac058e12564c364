"""The file of accounts: what it may have, and every mistake named with its line, without showing a credential."""

from __future__ import annotations

import secrets
import string
import uuid
from pathlib import Path
from random import Random

import pytest

from abclient import ConfigurationError
from abclient.accounts import Account, read_accounts
from abclient.accounts._document import Document
from abclient.accounts._secrets import has_credential
from abclient.vendor import BUILT_IN

SECRET = "h3Xq-secret"  # short, and so not recognized: where it stands tells that it is a credential

SHOP = """
[[accounts]]
name = "shop"
vendor = "optimizely"
token = { env = "SHOP_TOKEN" }
"""


@pytest.fixture(autouse=True)
def _credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SHOP_TOKEN", SECRET)
    monkeypatch.setenv("BLANK_TOKEN", "two words")


def written(path: Path, text: str) -> Path:
    """A file of accounts."""
    file = path / "accounts.toml"
    file.write_text(text, encoding="utf-8")
    return file


def refused(path: Path, text: str) -> str:
    """What is said of a file that cannot be read, without its own name; the credentials are never in it."""
    file = written(path, text)
    with pytest.raises(ConfigurationError) as raised:
        read_accounts(file)
    said = str(raised.value)
    assert said.startswith(str(file))
    assert SECRET not in said
    return said.removeprefix(str(file)).removeprefix(", ")


def test_of_two_kinds_of_credentials_one_is_enough(tmp_path: Path) -> None:
    """Those that the table begins are wanted whole, and never both."""
    head, env = '[[accounts]]\nname = "shop"\nvendor = "convert"\n', '{ env = "SHOP_TOKEN" }'
    signing, sending = (
        "".join(f"{key} = {env}\n" for key in keys) for keys in (("application_id", "secret"), ("key_id", "key_secret"))
    )
    assert set(read_accounts(written(tmp_path, head + signing))[0].credentials) == {"application_id", "secret"}
    assert set(read_accounts(written(tmp_path, head + sending))[0].credentials) == {"key_id", "key_secret"}
    assert "it has no key_secret" in refused(tmp_path, f"{head}key_id = {env}\n")
    assert "takes application_id or key_id, not both" in refused(tmp_path, head + signing + sending)


def test_accounts_are_read_with_their_credentials(tmp_path: Path) -> None:
    """Credentials come from where the file says, defaults hold for accounts that say nothing else, and order stays."""
    (tmp_path / "app.token").write_text(f"  {SECRET}-2\r\n")
    file = written(
        tmp_path,
        f"""\
[defaults]
format = "parquet"
timeout = 60
vendor = "launchdarkly"
{SHOP}
format = "csv"
project = 12345678901234567890
segments = ["device=mobile"]

[[accounts]]
name = "app"  # of another vendor
project = "web"
environment = "production"
instance = "eu"
token.file = "app.token"

[[accounts]]
name = "Läden"
vendor = "convert_v1"
application_id = {{ env = "SHOP_TOKEN" }}
secret = {{ file = "{tmp_path}/app.token" }}
""",
    )
    shop, app, stores = read_accounts(str(file))
    assert (shop.name, shop.vendor.name, app.name, app.vendor.name) == ("shop", "optimizely", "app", "launchdarkly")
    assert shop.credentials == {"token": SECRET}
    assert shop.options == {
        "project": 12345678901234567890,
        "segments": ["device=mobile"],
        "file_format": "csv",
        "timeout": 60,
    }
    assert app.credentials == {"token": f"{SECRET}-2"}
    assert app.options["instance"] == "eu"
    assert app.options["file_format"] == "parquet"
    assert stores.credentials == {"application_id": SECRET, "secret": f"{SECRET}-2"}
    assert shop.place == f"{file}, line 6"
    assert SECRET not in repr([shop, app, stores])


@pytest.mark.parametrize("form", ["utf-8", "utf-8-sig", "crlf"])
def test_files_of_every_editor_are_read(form: str, tmp_path: Path) -> None:
    """A byte order mark and line ends of Windows change nothing."""
    file = tmp_path / "accounts.toml"
    text = SHOP.replace("\n", "\r\n") if form == "crlf" else SHOP
    file.write_bytes(text.encode("utf-8-sig" if form == "utf-8-sig" else "utf-8"))
    (account,) = read_accounts(file)
    assert (account.name, account.place) == ("shop", f"{file}, line 2")


@pytest.mark.parametrize(
    ("changed", "by", "said"),
    [
        (
            '{ env = "SHOP_TOKEN" }',
            f'"{SECRET}"',
            "line 5: account 'shop': token itself must not be here; write where",
        ),
        ('{ env = "SHOP_TOKEN" }', '""', "line 5: account 'shop': token itself must not be here; write where it is:"),
        ('{ env = "SHOP_TOKEN" }', f'{{ env = "{SECRET}" }}', "line 5: account 'shop': env must be the name of an"),
        (
            '{ env = "SHOP_TOKEN" }',
            '{ env = "hunter2" }',
            "line 5: account 'shop': the environment variable, which is named here, is not set",
        ),
        ("SHOP_TOKEN", "SHOP_TOKEN_2", "line 5: account 'shop': the environment variable SHOP_TOKEN_2 is not set"),
        ("SHOP_TOKEN", "BLANK_TOKEN", "line 5: account 'shop': token must be visible ASCII characters without blanks"),
        ("env =", "file =", "line 5: account 'shop': the file with the token, which is named here, does not exist"),
        ('env = "SHOP_TOKEN"', 'file = "/dev/zero"', "line 5: account 'shop': the file with the token, which is named"),
        ('env = "SHOP_TOKEN"', 'file = ""', "line 5: account 'shop': file must be the path of a file"),
        ('env = "SHOP_TOKEN"', "file = 5", "line 5: account 'shop': file must be the path of a file"),
        ('env = "SHOP_TOKEN"', 'keyring = "shop"', "line 5: account 'shop': write where it is: token = { env ="),
        (
            'env = "SHOP_TOKEN"',
            'keyring = 5, username = "shop"',
            "line 5: account 'shop': keyring must be the name of a service in the keyring",
        ),
        (
            'env = "SHOP_TOKEN"',
            'keyring = "abclient", username = ""',
            "line 5: account 'shop': username must be a name in that service of the keyring",
        ),
        ('{ env = "SHOP_TOKEN" }', "{}", "line 5: account 'shop': token itself must not be here; write where it is:"),
        ('env = "SHOP_TOKEN"', 'env = "A", file = "b"', "line 5: account 'shop': write where it is: token = { env ="),
        ('token = { env = "SHOP_TOKEN" }', "", "line 2: account 'shop': it has no token: write token = { env ="),
        ("optimizely", "optimisely", "line 4: account 'shop': there is no vendor 'optimisely'; did you mean 'opt"),
        ('vendor = "optimizely"', "", f"line 2: account 'shop': vendor must be one of {', '.join(BUILT_IN)}"),
        ("optimizely", "launchdarkly", "line 2: account 'shop': LaunchDarkly needs project and environment"),
        ('name = "shop"', "", "line 2: the name of an account must be a text that is not empty"),
        ('"shop"', "5", "line 3: the name of an account must be a text that is not empty"),
        ('"shop"', '".."', "line 3: the name of an account is the name of a directory, and must not begin with . or _"),
        ('"shop"', '"a/b"', "line 3: the name of an account is the name of a directory, and cannot contain any of"),
        ('"shop"', '"Nul.x"', "line 3: the name of an account is the name of a directory, and 'Nul.x' is a device"),
        ("[[accounts]]", "[[account]]", "line 2: 'account' is unknown here; did you mean 'accounts'?"),
        ("[[accounts]]", "[accounts]", "line 2: accounts must be tables: write [[accounts]] before each"),
        (SHOP, "", ": there are no accounts in it; write [[accounts]] before each"),
        (SHOP, "accounts = []", ": there are no accounts in it; write [[accounts]] before each"),
        (SHOP, f"defaults = 5\n{SHOP}", "line 1: defaults must be a table: [defaults]"),
        (SHOP, SHOP * 2, "line 7: account 'shop': there are two of this name"),
        (
            SHOP,
            SHOP + SHOP.replace("shop", "SHOP"),
            "line 7: account 'SHOP': the directory is that of 'shop', on systems",
        ),
        (SHOP, SHOP[:-3], " is not TOML: "),
        ("vendor =", "vendor", " is not TOML: Expected '=' after a key in a key/value pair (at line 4, column 8)"),
    ],
)
def test_mistakes_are_named_with_their_line(changed: str, by: str, said: str, tmp_path: Path) -> None:
    """What is wrong, where, and in which account."""
    assert refused(tmp_path, SHOP.replace(changed, by)).startswith(said)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("colour = 1", "Optimizely has no 'colour'; there are name, vendor, project, "),
        ("max-rate = 5", "Optimizely has no 'max-rate'; did you mean 'max_rate'?"),
        (f'password = "{SECRET}"', "Optimizely has no 'password'"),
        (f'headers = {{ authorization = "{SECRET}" }}', "Optimizely has no 'headers'"),
        ('instance = "eu"', "Optimizely has no 'instance'"),
        ('environment = "production"', "Optimizely has no environments: leave out environment"),
        ("project = true", "project must be a text or a whole number"),
        ('project = ""', "project must be a text or a whole number"),
        ('format = "xlsx"', "format must be one of csv, jsonl, parquet"),
        ('segments = "device=mobile"', 'segments must be a list of texts, such as ["device=mobile"]'),
        ("history = 1", "history must be true or false"),
        ("retries = true", "retries must be a whole number"),
        ('timeout = "1 s"', "timeout must be a number"),
        ("base_url = 5", "base_url must be a text"),
    ],
)
def test_keys_that_do_not_fit_are_named(line: str, said: str, tmp_path: Path) -> None:
    """An unknown key, one of another vendor, and a value of the wrong kind; in the defaults too, with their line."""
    assert refused(tmp_path, SHOP + line).startswith(f"line 6: account 'shop': {said}")
    assert refused(tmp_path, f"[defaults]\n{line}\n{SHOP}").startswith(f"line 2: account 'shop': {said}")


def test_what_cannot_be_read(tmp_path: Path) -> None:
    """A missing file, a directory, and bytes that are no text."""
    for place, said in ((tmp_path / "nowhere", "No such file or directory"), (tmp_path, "Is a directory")):
        with pytest.raises(ConfigurationError, match=f"^{place}: {said}(?m:$)"):
            read_accounts(place)
    file = tmp_path / "accounts.toml"
    file.write_bytes(SHOP.encode() + b'project = "caf\xe9"')
    with pytest.raises(ConfigurationError, match=r"line 6: this is not text in UTF-8(?m:$)"):
        read_accounts(file)


def test_files_of_credentials_that_cannot_be_meant(tmp_path: Path) -> None:
    """Other bytes than ASCII, an empty file, and one that is too large for a credential."""
    for content, said in (
        (b"caf\xe9", "has other than ASCII"),
        ("café".encode("utf-16"), "has other than ASCII"),
        (b"\xff\xfe\x00", "has other than ASCII"),
        (b"\n", "token must be a non-empty string"),
        (b"a" * 70_000, "is too large for one"),
    ):
        (tmp_path / "token").write_bytes(content)
        assert said in refused(tmp_path, SHOP.replace('env = "SHOP_TOKEN"', 'file = "token"'))


@pytest.mark.parametrize("encoding", ["ascii", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_files_of_credentials_of_every_editor_are_read(encoding: str, end: str, tmp_path: Path) -> None:
    """Also with the byte order mark of editors and shells of Windows."""
    (tmp_path / "token").write_bytes(f"t0ken{end}".encode(encoding))
    (tmp_path / "accounts.toml").write_text(SHOP.replace('env = "SHOP_TOKEN"', 'file = "token"'))
    (account,) = read_accounts(tmp_path / "accounts.toml")
    assert account.credentials == {"token": "t0ken"}


RANDOM = Random(1)
LETTERS = string.ascii_letters + string.digits

CREDENTIALS = [
    *("".join(RANDOM.choices(LETTERS, k=40)) for _ in range(50)),
    *("".join(RANDOM.choices("0123456789abcdef", k=32)) for _ in range(50)),
    *("2:" + "".join(RANDOM.choices(LETTERS + "-_", k=43)) for _ in range(50)),
    *("api-" + str(uuid.UUID(int=RANDOM.getrandbits(128), version=4)) for _ in range(20)),
    "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
    "-----BEGIN RSA PRIVATE KEY-----",
    "https://me:hunter2@example.org/v2",
]
HARMLESS = [
    "12345678901234567890",
    "optimizely-shop-eu-2026-production-token",
    "SHOP_OPTIMIZELY_CLASSIC_TOKEN_2026_Q1",
    "/var/lib/kubelet/pods/3f2b8c1e-9d4a-4f6b-8e21-7c5a90b1d2e3/volumes/token",
    "https://gateway.example/3f2b8c1e-9d4a-4f6b-8e21-7c5a90b1d2e3/v2",
    "C:\\secrets\\3f2b8c1e-9d4a-4f6b-8e21-7c5a90b1d2e3",
    "2026-01-31T06:00:00Z",
    "attribute:12345678901234=gold",
    "the token of the account is in the vault of the team, see https://wiki.example/x1y2",
    "checkoutButtonColorsAndShorterCopyOnProductPages",
]


@pytest.mark.parametrize("form", ['token = "{}"', "# the old one was {}", "project = '{}'", '"{}" = 1', "token={}"])
def test_what_looks_like_a_credential_is_refused(form: str, tmp_path: Path) -> None:
    """Wherever it stands, in comments and keys as well, with its line; nothing of it is shown."""
    for one in CREDENTIALS:
        said = refused(tmp_path, f"{SHOP}\n{form.format(one)}\n")
        assert said.startswith("line 7: something here looks like a credential")
        assert one[:6] not in said.partition(":")[2]


def test_a_credential_that_is_spelled_otherwise_is_refused(tmp_path: Path) -> None:
    """Escapes of TOML, and lines that end within it, hide nothing: its line is where the text begins."""
    escaped = "".join(f"\\u{ord(letter):04x}" for letter in CREDENTIALS[0])
    cut = '"""\\\n' + "\\\n".join(CREDENTIALS[0][at : at + 8] for at in range(0, 40, 8)) + '"""'
    for text in (f'"{escaped}"', cut):
        said = refused(tmp_path, f"{SHOP}\n# more\nproject = {text}\nformat = 'csv'\n")
        assert said.startswith("line 8: something here looks like a credential")


def test_names_paths_and_ids_are_not_taken_for_credentials() -> None:
    """What files of accounts are full of."""
    assert [one for one in HARMLESS if has_credential(f'key = "{one}"  # {one}')] == []


def test_new_tokens_are_recognized() -> None:
    """Of random tokens in hexadecimal and base 64 with 32 bytes, hardly any passes."""
    tokens = [secrets.token_hex(32) for _ in range(500)] + [secrets.token_urlsafe(32) for _ in range(500)]
    assert sum(not has_credential(one) for one in tokens) <= 5


def test_lines_of_values(tmp_path: Path) -> None:
    """Every value of a file is where it begins, also after and within values of several lines."""
    text = '''\
# a comment

[defaults]
segments = [
    "device=mobile",  # [[accounts]]

    "device=tablet",
]

[[accounts]]
name = """
[[accounts]]
"""
vendor = "optimizely"
token = { env = "A" }
[[accounts]]

# another
"name" = 'b'
  [accounts.token]
  env = "B"'''
    document = Document.read(written(tmp_path, text))
    places: dict[tuple[str | int, ...], int] = {
        ("defaults",): 3,
        ("defaults", "segments"): 4,
        ("accounts", 0): 10,
        ("accounts", 0, "name"): 11,
        ("accounts", 0, "vendor"): 14,
        ("accounts", 0, "token", "env"): 15,
        ("accounts", 1): 16,
        ("accounts", 1, "name"): 19,
        ("accounts", 1, "token"): 20,
        ("accounts", 1, "token", "env"): 21,
    }
    assert {place: document.line(place) for place in places} == places
    assert document.lines("accounts") == [10, 16]
    plain = Document.read(written(tmp_path, "[[accounts]]\nname = 1\n\n  [[ accounts ]]\n"))
    assert plain.lines("accounts") == [1, 4]
    inline = Document.read(written(tmp_path, "accounts = [\n  { name = 1 },\n  { name = 2 },\n]\n"))
    assert inline.lines("accounts") == [1, 1]


@pytest.mark.parametrize(
    ("name", "is_good"),
    [
        ("shop", True),
        ("Shop, Europe (2026)", True),
        ("shop.example", True),
        ("Läden", True),
        ("店", True),
        ("a" * 100, True),
        ("a" * 101, False),
        ("店" * 34, False),
        ("", False),
        (" ", False),
        (".", False),
        ("..", False),
        (".hidden", False),
        ("_skipped", False),
        ("shop.", False),
        ("shop ", False),
        ("a/b", False),
        ("a\\b", False),
        ("a:b", False),
        ("a*", False),
        ("com1", False),
        ("aux.txt", False),
        ("console", True),
        ("a\0b", False),
        ("a\nb", False),
        ("a\u202eb", False),
        (None, False),
        (5, False),
    ],
)
def test_names_are_those_of_directories(name: object, is_good: bool) -> None:
    """On every system, and so that patterns such as DIR/* find them."""
    given: dict[str, object] = {"name": name, "vendor": "optimizely", "credentials": {"token": SECRET}}
    if is_good:
        assert Account(**given).name == name  # type: ignore[arg-type]  # fields of a table
    else:
        with pytest.raises(ConfigurationError, match=r"^the name of an account "):
            Account(**given)  # type: ignore[arg-type]  # fields of a table
