"""F009: a picture or link names a path outside the curriculum."""

from __future__ import annotations

from collections.abc import Iterator

from builders.diagnostics.finding import Finding
from builders.model.curriculum import Curriculum
from builders.rules.views.addresses import addresses
from builders.rules.views.passages import Passage


def check(passage: Passage, curriculum: Curriculum) -> Iterator[Finding]:  # noqa: ARG001 - every rule about words takes both
    """It may hold on the author's machine and nowhere else, and could carry into a package what never belonged there.

    Examples::

        ![Counter](../../photos/counter.png)
        [Form](file:///home/asha/form.pdf)
    """
    for address in addresses(passage.words):
        if address.leads_out:
            what = "picture" if address.picture else "link"
            message = f"the {what} `{address.value}` leads out of the curriculum"
            yield Finding(
                passage.at(address.offset), "F009", message, "copy the file into the module's media folder, write `media/…`"
            )
