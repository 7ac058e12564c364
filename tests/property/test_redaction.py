"""A secret that a vendor echoes is struck out, however the vendor writes it."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from urllib.parse import quote, quote_plus

from hypothesis import given
from hypothesis import strategies as st

from abclient._redact import Redactor
from support.cases import cases


def redacted(text: str, secrets: list[str]) -> str:
    return Redactor(secrets).text(text)


SECRETS = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E, exclude_characters="*"), min_size=6)
FORMS: dict[str, Callable[[str], str]] = {
    "plain": lambda secret: secret,
    "json": lambda secret: json.dumps(secret)[1:-1],
    "php": lambda secret: json.dumps(secret)[1:-1].replace("/", r"\/"),
    "escaped": lambda secret: "".join(c if c.isalnum() else f"\\u{ord(c):04X}" for c in secret),
    "path": quote,
    "query": quote_plus,
    "html": html.escape,
    "entities": lambda secret: "".join(c if c.isalnum() else f"&#{ord(c)};" for c in secret),
}


@cases(300)
@given(SECRETS, st.text(), st.text(), st.sampled_from(sorted(FORMS)))
def test_a_secret_is_struck_out_however_it_is_written(secret: str, before: str, after: str, form: str) -> None:
    """As it is, inside JSON, inside a URL, inside HTML: nothing of an echoed secret stays."""
    written = FORMS[form](secret)
    text = redacted(f"{before}{written}{after}", [secret])
    assert secret not in text
    assert written not in text
    assert "***" in text


@cases(100)
@given(SECRETS, st.text())
def test_a_text_without_the_secret_stays_as_it_is(secret: str, text: str) -> None:
    """Nothing else is struck out."""
    spelled = {form(secret).lower() for form in FORMS.values()}
    if not any(one in text.lower() for one in spelled):
        assert redacted(text, [secret]) == text
