"""Addresses as they are written in manifests and pages, and where they lead."""

from __future__ import annotations

import pytest

from builders.conformance.views.addresses import Fault, resolve


@pytest.mark.parametrize(
    ("href", "base", "path"),
    [
        ("index.html", "", "index.html"),
        ("index.html?unit=1#top", "", "index.html"),
        (" a/./b/../c.html ", "", "a/c.html"),
        ("my%20page.html", "", "my page.html"),
        ("style.css", "pages/one.html", "pages/style.css"),
        ("../media/a.png", "pages/one.html", "media/a.png"),
        ("page.html", "content/", "content/page.html"),
        ("page.html", "content", "page.html"),
    ],
)
def test_a_path_in_the_package(href: str, base: str, path: str) -> None:
    assert (resolve(href, base=base).path, resolve(href, base=base).fault) == (path, None)


@pytest.mark.parametrize(
    ("href", "reason"),
    [
        ("", Fault.EMPTY),
        ("#top", Fault.EMPTY),
        ("?a=1", Fault.EMPTY),
        ("https://example.org/a", Fault.WEB),
        ("//example.org/a", Fault.WEB),
        ("app://kit/start", Fault.WEB),
        ("data:,x", Fault.WEB),
        ("/a.html", Fault.ABSOLUTE),
        ("C:/a.html", Fault.ABSOLUTE),
        ("a\\b.html", Fault.BACKSLASH),
        ("..", Fault.OUTSIDE),
        ("a/../../b.html", Fault.OUTSIDE),
        ("%2e%2e/b.html", Fault.OUTSIDE),
    ],
)
def test_no_path_in_the_package(href: str, reason: Fault) -> None:
    assert (resolve(href).path, resolve(href).fault) == ("", reason)
