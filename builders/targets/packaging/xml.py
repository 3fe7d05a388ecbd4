"""XML as manifests need it: elements come in, UTF-8 bytes with literal prefixes go out."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree


def written(root: ElementTree.Element, namespaces: Iterable[tuple[str, str]] = ()) -> bytes:
    """UTF-8 without byte order mark or DOCTYPE. ``namespaces`` are prefix and address; an empty prefix is the default.

    The names in the tree are written as they will stand: systems exist that look for ``adlcp:scormtype`` as text.
    """
    for prefix, address in namespaces:
        root.set(f"xmlns:{prefix}" if prefix else "xmlns", address)
    ElementTree.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ElementTree.tostring(root, encoding="unicode")}\n'.encode()


def child(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> ElementTree.Element:
    """Append an element; ``adlcp_scormType`` is the attribute ``adlcp:scormType``."""
    names = {key.replace("_", ":"): value for key, value in attributes.items()}
    element = ElementTree.SubElement(parent, name, names)
    element.text = text or None
    return element
