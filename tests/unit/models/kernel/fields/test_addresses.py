"""E-mail addresses are refused when nothing could arrive."""

from __future__ import annotations

import pytest

from models.kernel.checked import BadValue
from models.kernel.fields.addresses import check_email


def test_an_address_is_folded_and_kept() -> None:
    assert check_email(" 王五＠example．com ").value == "王五@example.com"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a@b",
        "a@@b.com",
        "a b@c.com",
        "@c.com",
        "a@.com",
        "a@c.com, b@c.com",
        "a" * 300 + "@c.com",
    ],
)
def test_what_is_no_email_is_refused(text: str) -> None:
    with pytest.raises(BadValue, match="no e-mail address"):
        check_email(text)
