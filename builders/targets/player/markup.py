"""HTML elements: a name, attributes and children come in, one string goes out."""

from __future__ import annotations

from html import escape

_EMPTY = {"br", "hr", "img", "input", "link", "meta", "track"}


def tag(name: str, /, *children: str, **attributes: str | int | bool) -> str:
    """An element. Children are HTML and stand as they are; attribute values are escaped.

    ``class_`` is ``class`` and ``data_key`` is ``data-key``. ``True`` makes an attribute without a value; ``False`` and an
    empty string leave the attribute out.
    """
    opened = f"<{name}{''.join(_attribute(key, value) for key, value in attributes.items())}>"
    return opened if name in _EMPTY else f"{opened}{''.join(children)}</{name}>"


def _attribute(key: str, value: str | int | bool) -> str:
    name = key.rstrip("_").replace("_", "-")
    if value is True:
        return f" {name}"
    if value is False or value == "":
        return ""
    return f' {name}="{escape(str(value))}"'


def plain(text: str) -> str:
    """Plain text as HTML."""
    return escape(text, quote=False)
