"""Valid packages made by hand, and the faults that are seeded into them.

``packages/<name>/`` are the files of a valid package of each standard. ``faults/<name>.toml`` lists what is changed in one file
of it and what is found then:

- ``name``: the fault in words;
- ``file``: the file that is changed; the manifest unless given;
- ``edits``: pairs of a text and what takes its place, wherever it stands. ``%LONG%`` and ``%DEEP%`` in the latter are a long
  word and elements deep inside each other;
- ``code``: the code of the finding;
- ``at``: a text on whose line the finding stands, in ``at_file``, which is ``file`` unless given. The new text of the first
  edit unless given; ``line`` gives a line by its number;
- ``also``: codes of errors and warnings that follow from it. No others may be there;
- ``schema_accepts``: whether the published XSD of that file takes it. Tests compare that for the manifests of SCORM; for the
  others it was compared once by hand. Not given where no XSD was asked.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from builders.storage.archive import zipped

HERE = Path(__file__).parent
MANIFESTS = {"cmi5": "cmi5.xml"}
ENDINGS = {"cartridge": ".imscc"}

Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Fault:
    """One entry of a table; ``package`` is the name of the package that it is seeded into."""

    package: str
    name: str
    code: str
    edits: tuple[tuple[str, str], ...]
    file: str
    at: str
    at_file: str
    line: int
    also: frozenset[str]
    schema_accepts: bool | None

    def seeded(self, files: Files) -> dict[str, bytes]:
        """The package's files with the fault in them."""
        text = files[self.file].decode("utf-8")
        for old, new in self.edits:
            assert old in text, f"does not stand in {self.file}: {old}"
            text = text.replace(old, new)
        return {**files, self.file: text.encode("utf-8")}

    def place(self, files: Files) -> int:
        """The line of the finding in the seeded package."""
        if self.line:
            return self.line
        text = files[self.at_file].decode("utf-8")
        assert self.at in text, f"does not stand in {self.at_file}: {self.at}"
        return text[: text.index(self.at)].count("\n") + 1


def _filled(text: str) -> str:
    return text.replace("%LONG%", "x" * 300).replace("%DEEP%", "<deep>" * 300 + "</deep>" * 300)


def _faults() -> tuple[Fault, ...]:
    return tuple(
        _fault(table.stem, entry)
        for table in sorted((HERE / "faults").glob("*.toml"))
        for entry in tomllib.loads(table.read_text(encoding="utf-8"))["fault"]
    )


def _fault(package: str, entry: dict[str, object]) -> Fault:
    known = {"name", "file", "edits", "code", "at", "at_file", "line", "also", "schema_accepts"}
    assert set(entry) <= known, f"{package}: {entry}"
    edits = tuple((old, _filled(new)) for old, new in entry["edits"])
    file = str(entry.get("file", MANIFESTS.get(package, "imsmanifest.xml")))
    return Fault(
        package=package,
        name=str(entry["name"]),
        code=str(entry["code"]),
        edits=edits,
        file=file,
        at=str(entry.get("at", edits[0][1])),
        at_file=str(entry.get("at_file", file)),
        line=int(entry.get("line", 0)),
        also=frozenset(entry.get("also", [])),
        schema_accepts=entry.get("schema_accepts"),
    )


FAULTS = _faults()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Tests with the argument ``fault`` run for every fault, those with ``schema_fault`` for those that an XSD was asked about."""
    if "fault" in metafunc.fixturenames:
        metafunc.parametrize("fault", FAULTS, ids=[f"{each.package}: {each.name}" for each in FAULTS])
    if "schema_fault" in metafunc.fixturenames:
        asked = [each for each in FAULTS if each.package.startswith("scorm") and each.schema_accepts is not None]
        metafunc.parametrize("schema_fault", asked, ids=[f"{each.package}: {each.name}" for each in asked])


@pytest.fixture(scope="session")
def faults() -> tuple[Fault, ...]:
    """All faults of the tables."""
    return FAULTS


@pytest.fixture(scope="session")
def valid() -> dict[str, dict[str, bytes]]:
    """The files of a valid package of each standard, by name and path."""
    return {
        folder.name: {
            path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
        }
        for folder in sorted((HERE / "packages").iterdir())
    }


@pytest.fixture(scope="session")
def named() -> Callable[[str], str]:
    """The file name that findings give to a package."""
    return lambda package: f"kit{ENDINGS.get(package, '.zip')}"


@pytest.fixture(scope="session")
def packed() -> Callable[[str, Files], bytes]:
    """Puts the files of a package into a zip, its manifest first."""
    return lambda package, files: zipped(files.items(), first=MANIFESTS.get(package, "imsmanifest.xml"))
