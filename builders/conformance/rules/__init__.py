"""The rules of conformance, one subject per file: a package comes in, findings go out. Which standard has which rules stands here,
in the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from builders.conformance.opening.package import Package
from builders.conformance.opening.standard import Standard
from builders.conformance.rules import (
    api_not_sought,
    cartridge_documents,
    cartridge_metadata,
    cartridge_resources,
    cartridge_tree,
    cmi5_addresses,
    cmi5_ids,
    cmi5_units,
    cmi5_words,
    completion_threshold,
    container,
    default_organization,
    delivery,
    dependencies,
    element_order,
    extension_order,
    identifiers,
    item_references,
    launch_addresses,
    listed_files,
    namespaces,
    nothing_to_launch,
    objectives,
    page_heads,
    page_requests,
    page_scripts,
    qti12_items,
    qti21_items,
    resource_kinds,
    schema_version,
    scorm12_items,
    sequencing_references,
    titles,
)
from builders.conformance.views.pages import Page
from builders.diagnostics.finding import Finding

Rule = Callable[[Package], Iterator[Finding]]
"""Judges a package as a whole."""

PageRule = Callable[[Page], Iterator[Finding]]
"""Judges one web page of any package."""

_EVERY: tuple[Rule, ...] = (
    container.check,
    namespaces.check,
    launch_addresses.check,
    page_requests.check_styles,
    page_scripts.check_files,
)

_CONTENT_PACKAGE: tuple[Rule, ...] = (
    *_EVERY,
    element_order.check,
    identifiers.check,
    titles.check,
    item_references.check,
    listed_files.check,
    dependencies.check,
)

_SCORM: tuple[Rule, ...] = (
    *_CONTENT_PACKAGE,
    schema_version.check,
    default_organization.check,
    nothing_to_launch.check,
    resource_kinds.check,
    api_not_sought.check,
)

RULES: Mapping[Standard, tuple[Rule, ...]] = {
    Standard.SCORM12: (*_SCORM, scorm12_items.check),
    Standard.SCORM2004: (
        *_SCORM,
        extension_order.check,
        objectives.check,
        delivery.check,
        sequencing_references.check,
        completion_threshold.check,
    ),
    Standard.CMI5: (*_EVERY, cmi5_ids.check, cmi5_words.check, cmi5_units.check, cmi5_addresses.check),
    Standard.CARTRIDGE: (
        *_CONTENT_PACKAGE,
        schema_version.check,
        cartridge_metadata.check,
        cartridge_tree.check,
        cartridge_resources.check,
        cartridge_documents.check,
        qti12_items.check,
    ),
    Standard.QTI21: (*_CONTENT_PACKAGE, qti21_items.check),
}

PAGE_RULES: tuple[PageRule, ...] = (page_requests.check, page_scripts.check, page_heads.check)
