"""The elements of Moodle XML: words and HTML come in, XML goes out. HTML stands in CDATA sections with its pictures beside it."""

from __future__ import annotations

import base64
from html import escape
from pathlib import PurePosixPath

from builders.targets.packaging.wording import NOTHING, Html


def element(name: str, /, *children: str, **attributes: str) -> str:
    """An element. Children are XML and stand as they are; attribute values are escaped."""
    given = "".join(f' {key.rstrip("_")}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name}{given}>{''.join(children)}</{name}>\n"


def value(name: str, words: str) -> str:
    """An element with plain words."""
    return element(name, escape(words, quote=False))


def named(name: str, words: str) -> str:
    """An element with plain words in a ``text`` element, as Moodle has it for names and categories."""
    return element(name, value("text", words))


def formatted(name: str, html: Html = NOTHING, *, inside: str = "", **attributes: str) -> str:
    """An element with HTML, the files it shows, and what else stands ``inside``."""
    return element(name, _text(html), _files(html), inside, format="html", **attributes)


def _text(html: Html) -> str:
    markup = html.placed(lambda path, _: f"@@PLUGINFILE@@/{_name(path)}")
    return element("text", f"<![CDATA[{markup.replace(']]>', ']]]]><![CDATA[>')}]]>" if markup else "")


def _files(html: Html) -> str:
    return "".join(
        element("file", base64.b64encode(data).decode(), name=_name(path), path="/", encoding="base64")
        for path, data in html.pictures
    )


def _name(path: str) -> str:
    return PurePosixPath(path).name
