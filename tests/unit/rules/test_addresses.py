"""Addresses in Markdown: which there are, of what kind, and where they lead."""

from __future__ import annotations

import pytest

from builders.rules.views.addresses import addresses


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("[a](b.md) and ![c](media/d.png)", [("b.md", False), ("media/d.png", True)]),
        ('[a](<b.md> "title")', [("b.md", False)]),
        ("[![c](media/d.png)](https://example.org)", [("media/d.png", True), ("https://example.org", False)]),
        ("[a]()", [("", False)]),
        ("[a][b]\n\n[b]: ../c.md", [("../c.md", False)]),
        ('<a href="c.md">d</a><img alt="" src=\'e.png\'>', [("c.md", False), ("e.png", True)]),
        ("no link [at] all (really), x < y", []),
        ("[@cited]: not a definition", []),
    ],
)
def test_addresses_and_pictures(words: str, found: list[tuple[str, bool]]) -> None:
    assert [(address.value, address.picture) for address in addresses(words)] == found
    for address in addresses(words):
        assert words[address.offset :].startswith(address.value)


@pytest.mark.parametrize(
    ("address", "out"),
    [
        ("../a.png", True), ("media/../../a.png", True), ("media/%2E%2E/a.png", True), ("..\\a.png", True), ("/etc/passwd", True),
        ("file:///a", True), ("FILE:a", True), ("C:\\a.png", True), ("media/a..b.png", False), ("media/a.png?x=../y", False),
        ("https://example.org/../a", False), ("//example.org/a", False), ("session:a.b", False), ("#top", False), ("", False),
    ],
)  # fmt: skip
def test_what_leads_out(address: str, out: bool) -> None:
    assert [found.leads_out for found in addresses(f"[a]({address})")] == [out]
