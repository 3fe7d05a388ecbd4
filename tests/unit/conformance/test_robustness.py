"""Whatever is in the bytes becomes findings: cut off anywhere, with any byte changed, with anything in its texts."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from random import Random

import pytest

from builders.conformance import examine, judge

Files = Mapping[str, bytes]
Valid = dict[str, dict[str, bytes]]
Pack = Callable[[str, Files], bytes]

PACKAGES = ("scorm12", "scorm2004", "cmi5", "cartridge", "qti21")
SEED = 3
CUTS = 120
FLIPS = 250
SCRAMBLED = 60
LONG = 200_000


@pytest.mark.parametrize("package", PACKAGES)
def test_cut_off_anywhere(package: str, valid: Valid, packed: Pack) -> None:
    data = packed(package, valid[package])
    step = max(1, len(data) // CUTS)
    for length in range(0, len(data), step):
        found = judge("kit.zip", data[:length])
        assert {finding.code for finding in found} <= {"K001", "K002"}
        assert found


@pytest.mark.parametrize("package", PACKAGES)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_any_byte_changed(package: str, valid: Valid, packed: Pack) -> None:
    data = packed(package, valid[package])
    chance = Random(SEED)  # noqa: S311 - repeatable, not secret
    for _ in range(FLIPS):
        changed = bytearray(data)
        for _ in range(chance.choice((1, 1, 2, 8))):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        _judged(bytes(changed))


@pytest.mark.parametrize("package", PACKAGES)
def test_any_text_scrambled(package: str, valid: Valid, packed: Pack) -> None:
    """The zip is sound, what is in it is not: pieces of a file are cut out, doubled and swapped."""
    chance = Random(SEED)  # noqa: S311 - repeatable, not secret
    for _ in range(SCRAMBLED):
        files = dict(valid[package])
        path = chance.choice(sorted(files))
        files[path] = _scrambled(files[path], chance)
        _judged(packed(package, files))


def _scrambled(data: bytes, chance: Random) -> bytes:
    for _ in range(chance.randrange(1, 6)):
        start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
        piece = data[start:end]
        data = chance.choice(
            (data[:start] + data[end:], data[:end] + piece + data[end:], data[end:] + data[:end], data[:start] + b"\0" + piece)
        )
    return data


def _judged(data: bytes) -> None:
    judged = examine("kit.zip", data)
    assert list(judged.findings) == sorted(set(judged.findings))
    for finding in judged.findings:
        assert finding.at.file.startswith("kit.zip")
        assert finding.at.line >= 0


def _hostile() -> Iterator[tuple[str, str, str]]:
    """What takes some readers time in proportion to its square or more."""
    manifest = '<manifest identifier="a" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"><metadata><schemaversion>1.2'
    closed = f"{manifest}</schemaversion></metadata>"
    one = '<item identifier="x" identifierref="y"><title>t</title></item>'
    files = '<file href="a.html"/>' * (LONG // 20)
    yield "attributes without end", "index.html", "<a " + "b='c' " * LONG
    yield "quotes that are not closed", "index.html", '<a b="' * LONG
    yield "comments that are not closed", "index.html", "<!--" * LONG
    yield "handlers", "index.html", "<a onclick=x>" * LONG
    yield "addresses", "player/player.css", "url(//a)" * LONG
    yield "spaces", "player/player.js", "addEventListener" + " " * LONG
    yield (
        "items that lead nowhere",
        "imsmanifest.xml",
        f"{closed}<organizations><organization>{one * 20_000}</organization></organizations></manifest>",
    )
    yield (
        "files that are not there",
        "imsmanifest.xml",
        f'{closed}<resources><resource identifier="r">{files}</resource></resources></manifest>',
    )
    yield "prefixes", "imsmanifest.xml", "<a " + " ".join(f'xmlns:p{number}="u"' for number in range(LONG // 10)) + "/>"
    yield "entities", "imsmanifest.xml", '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>'


@pytest.mark.parametrize(("file", "text"), [entry[1:] for entry in _hostile()], ids=[entry[0] for entry in _hostile()])
def test_hostile_texts_take_no_long_time(file: str, text: str, valid: Valid, packed: Pack) -> None:
    data = packed("scorm12", {**valid["scorm12"], file: text.encode()})
    begun = time.process_time()
    assert judge("kit.zip", data)
    assert time.process_time() - begun < 20  # seconds of a slow machine; what grows with the square takes hours
