"""Faults of the zip itself, of its names, and of files that are no packages."""

from __future__ import annotations

import io
import stat
import struct
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from builders.conformance import examine, judge
from builders.diagnostics.code import Severity
from builders.diagnostics.codes import CODES

Files = dict[str, bytes]
Valid = dict[str, Files]

MANIFEST = "imsmanifest.xml"


def zip_of(files: Files, extra: tuple[tuple[zipfile.ZipInfo | str, bytes], ...] = ()) -> bytes:
    """A zip with the files in the order given and whatever else, which the project's own archives would refuse."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in (*files.items(), *extra):
            archive.writestr(path, data)
    return buffer.getvalue()


def manifest_first(files: Files) -> Files:
    return {MANIFEST: files[MANIFEST]} | files


def link() -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo("player/shared.js")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


def renamed(data: bytes, old: bytes, new: bytes) -> bytes:
    """The same zip with another name in its headers, of the same length."""
    assert len(old) == len(new)
    assert data.count(old) >= 2
    return data.replace(old, new)


def spoiled(data: bytes) -> bytes:
    """A byte of the first entry's content is another."""
    start = 30 + sum(struct.unpack("<HH", data[26:30])) + 20
    return data[:start] + bytes([data[start] ^ 0xFF]) + data[start + 1 :]


def encrypted(data: bytes) -> bytes:
    """The zip says of its first entry that it is encrypted."""
    central = data.index(b"PK\x01\x02")
    marked = bytearray(data)
    marked[6] |= 1
    marked[central + 8] |= 1
    return bytes(marked)


def bomb() -> bytes:
    return zip_of({"zeros.bin": bytes(70 * 1024 * 1024)})


def crowd() -> bytes:
    return zip_of({f"{number}.txt": b"" for number in range(20_001)})


def claiming(data: bytes) -> bytes:
    """The central directory says that its first entry has nearly 4 GiB."""
    at = data.index(b"PK\x01\x02") + 24
    return data[:at] + struct.pack("<I", 0xFFFFFFF0) + data[at + 4 :]


BARE = b'<?xml version="1.0"?><manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="a"/>'

ARCHIVES: tuple[tuple[str, str, str, Callable[[Files], bytes]], ...] = (
    ("not a zip", "K001", "", lambda _: b"%PDF-1.7 and so on"),
    ("an empty file", "K001", "", lambda _: b""),
    ("a manifest alone", "K001", "", lambda _: BARE),
    ("a web page", "K001", "", lambda _: b"<!doctype html><p>No package"),
    ("a zip that was cut off", "K002", "", lambda files: zip_of(files)[:-200]),
    ("an entry with another checksum", "K002", "!imsmanifest.xml", lambda files: spoiled(zip_of(manifest_first(files)))),
    ("an encrypted entry", "K002", "!imsmanifest.xml", lambda files: encrypted(zip_of(manifest_first(files)))),
    ("a zip that grows a thousandfold", "K003", "", lambda _: bomb()),
    ("too many entries", "K003", "", lambda _: crowd()),
    ("an entry that claims 4 GiB", "K003", "", lambda files: claiming(zip_of(files))),
    ("a path with dots", "K004", "", lambda files: zip_of(files, (("../../etc/passwd", b"x"),))),
    ("an absolute path", "K004", "", lambda files: zip_of(files, (("/etc/passwd", b"x"),))),
    ("a drive", "K004", "", lambda files: zip_of(files, (("C:/windows/system.ini", b"x"),))),
    ("a backslash", "K004", "", lambda files: renamed(zip_of(files), b"media/kit.png", b"media\\kit.png")),
    ("an entry without a name", "K004", "", lambda files: renamed(zip_of(files, (("nobody.js", b""),)), b"nobody.js", bytes(9))),
    ("a link", "K004", "", lambda files: zip_of(files, ((link(), b"../../../etc/passwd"),))),
    ("a name given twice", "K005", "", lambda files: renamed(zip_of(files, (("inde_.html", b"x"),)), b"inde_.html", b"index.html")),
    ("names that differ in capitals", "K005", "", lambda files: zip_of(files, (("Index.html", b"x"),))),
    ("no manifest", "K006", "", lambda files: zip_of({path: data for path, data in files.items() if path != MANIFEST})),
    ("an empty zip", "K006", "", lambda _: zip_of({})),
    (
        "a zipped folder",
        "K007",
        "!kit/imsmanifest.xml",
        lambda files: zip_of({f"kit/{path}": data for path, data in files.items()}),
    ),
    ("a manifest in capitals", "K007", "!IMSMANIFEST.XML", lambda files: zip_of({"IMSMANIFEST.XML": files[MANIFEST]})),
    ("a manifest at the end", "K008", "!imsmanifest.xml", lambda files: zip_of({**_without(files), MANIFEST: files[MANIFEST]})),
    ("a name in Devanagari", "K009", "", lambda files: zip_of(files, (("नक्शा.html", b"x"),))),
    ("a name with a space", "K010", "", lambda files: zip_of(files, (("read me.txt", b"x"),))),
    ("files of macOS", "K011", "", lambda files: zip_of(files, (("__MACOSX/._index.html", b"x"), (".DS_Store", b"x")))),
    ("a manifest in UTF-16", "K015", "!imsmanifest.xml", lambda files: zip_of({**files, MANIFEST: _utf16(files[MANIFEST])})),
    (
        "a manifest in Latin-1",
        "K015",
        "!imsmanifest.xml",
        lambda files: zip_of({**files, MANIFEST: files[MANIFEST].replace(b"The kit", b"L'\xe9quipement")}),
    ),
    (
        "a manifest without end",
        "K016",
        "!imsmanifest.xml",
        lambda files: zip_of({**files, MANIFEST: files[MANIFEST] + bytes(17 * 1024 * 1024)}, (("noise.bin", _noise()),)),
    ),
)
SEPARATELY = {"K085"}
"""Codes that a test of their own shows."""


def _without(files: Files) -> Files:
    return {path: data for path, data in files.items() if path != MANIFEST}


def _utf16(data: bytes) -> bytes:
    return data.decode().replace("UTF-8", "UTF-16").encode("utf-16")


def _noise() -> bytes:
    """Bytes that do not compress, so that a large zip does not look like a bomb."""
    value, noise = 1, bytearray()
    for _ in range(100_000):
        value = value * 1103515245 + 12345 & 0x7FFFFFFF
        noise.append(value >> 16 & 0xFF)
    return bytes(noise)


@pytest.mark.parametrize(("name", "code", "place", "make"), ARCHIVES, ids=[entry[0] for entry in ARCHIVES])
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_fault_of_the_zip_is_found(name: str, code: str, place: str, make: Callable[[Files], bytes], valid: Valid) -> None:
    del name
    found = judge("dist/kit.zip", make(valid["scorm12"]))
    assert (code, f"dist/kit.zip{place}") in {(finding.code, finding.at.file) for finding in found}, found


def test_every_code_of_packages_has_a_seeded_fault(faults: tuple[Any, ...]) -> None:
    shown = {fault.code for fault in faults} | {entry[1] for entry in ARCHIVES} | SEPARATELY
    assert {code for code in CODES if code[0] == "K"} == shown


def test_a_cartridge_has_its_own_ending(valid: Valid) -> None:
    found = judge("kit.zip", zip_of(manifest_first(valid["cartridge"])))
    assert [(finding.code, str(finding.at)) for finding in found] == [("K085", "kit.zip")]


def test_nothing_of_a_bomb_is_unpacked() -> None:
    opened = examine("bomb.zip", bomb())
    assert opened.texts == {}
    assert [finding.code for finding in opened.findings] == ["K003"]


def test_a_bare_course_structure_is_a_package(valid: Valid) -> None:
    whole = valid["cmi5"]["cmi5.xml"].replace(b"<url>", b"<url>https://example.org/")
    judged = examine("cmi5.xml", whole)
    assert judged.findings == ()
    assert judged.standards == ("cmi5",)


def test_in_a_bare_course_structure_every_url_is_whole(valid: Valid) -> None:
    found = judge("cmi5.xml", valid["cmi5"]["cmi5.xml"])
    assert {(finding.code, finding.at.file) for finding in found} == {("K061", "cmi5.xml")}
    assert [finding.at.line for finding in found] == [37, 57]


def test_a_package_with_two_manifests_is_judged_by_both(valid: Valid) -> None:
    both = manifest_first(valid["scorm12"] | valid["cmi5"] | {"map.html": valid["scorm12"]["map.html"]})
    judged = examine("kit.zip", zip_of(both))
    assert judged.standards == ("SCORM 1.2", "cmi5")


@pytest.mark.parametrize(("number", "digit"), [("1.0.0", "0"), ("1.2.0", "2"), ("1.3.0", "3")])
def test_each_version_of_common_cartridge_has_its_own_names(number: str, digit: str, valid: Valid) -> None:
    """Version 1.1 in the words of another is that version, and clean but for a note on who reads it."""
    files = {path: _version(data, number, digit) for path, data in valid["cartridge"].items()}
    judged = examine("kit.imscc", zip_of(manifest_first(files)))
    assert judged.standards == (f"Common Cartridge {number[:3]}",)
    assert {finding.code for finding in judged.findings} == (set() if digit == "0" else {"K084"})


def _version(data: bytes, number: str, digit: str) -> bytes:
    folder = "" if digit == "0" else f"imsccv1p{digit}/"
    for old, new in (
        ("imsccv1p1/imscp_v1p1", f"{folder or 'imscc/'}imscp_v1p1"),
        ("imsccv1p1/LOM/manifest", f"{folder}LOM/manifest" if folder else "imscc/LOM"),
        ("imsccv1p1/imswl_v1p1", f"{folder}imswl_v1p{digit}"),
        ("imsccv1p1/imsdt_v1p1", f"{folder}imsdt_v1p{digit}"),
        ("imscc_xmlv1p1", f"imscc_xmlv1p{digit}"),
        ("imswl_xmlv1p1", f"imswl_xmlv1p{digit}"),
        ("imsdt_xmlv1p1", f"imsdt_xmlv1p{digit}"),
        ("1.1.0", number),
    ):
        data = data.replace(old.encode(), new.encode())
    return data


@pytest.mark.parametrize(("version", "edition"), [("CAM 1.3", "2nd"), ("2004 3rd Edition", "3rd")])
def test_earlier_editions_of_scorm_2004_are_known(version: str, edition: str, valid: Valid) -> None:
    manifest = valid["scorm2004"][MANIFEST].replace(b"2004 4th Edition", version.encode())
    threshold = b'<adlcp:completionThreshold completedByMeasure="false" minProgressMeasure="1.0" />'
    assert threshold in manifest
    manifest = manifest.replace(threshold, b"<adlcp:completionThreshold>1.0</adlcp:completionThreshold>")
    judged = examine("kit.zip", zip_of(manifest_first({**valid["scorm2004"], MANIFEST: manifest})))
    assert judged.standards == (f"SCORM 2004 {edition} edition",)
    assert judged.findings == ()


def test_severities_keep_to_their_meaning() -> None:
    """An LMS refuses or reports wrongly: error. The lists are short, so that a change of one is seen."""
    of = {
        severity: [code for code, entry in CODES.items() if code[0] == "K" and entry.severity is severity] for severity in Severity
    }
    assert of[Severity.NOTE] == ["K008", "K010", "K028", "K043", "K084", "K085"]
    assert {"K093", "K094", "K095", "K096", "K097", "K098"} <= set(of[Severity.WARNING])
