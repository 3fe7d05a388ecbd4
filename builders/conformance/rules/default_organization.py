"""K022: the organization that is shown first."""

from __future__ import annotations

from collections.abc import Iterator

from builders.conformance.opening.package import Package
from builders.conformance.rules.saying import suggestion
from builders.conformance.views.outline import organizations
from builders.diagnostics.finding import Finding


def check(package: Package) -> Iterator[Finding]:
    """`organizations` names one of its organizations as the default. XSD validators seldom look where a reference leads.

    Example: `<organizations default="course">` around `<organization identifier="main">`.
    """
    known = tuple(each.get("identifier") for each in organizations(package.root))
    for group in package.root.all("organizations"):
        if not known:
            return  # K023 says so
        default = group.get("default")
        if default not in known:
            said = f"`default` is `{default}`" if default else "there is no `default`"
            yield Finding(group.at, "K022", said, suggestion(default, known))
