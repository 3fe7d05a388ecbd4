"""The handbook as an app: the finished files come in, a web app manifest and a service worker go out.

Browsers read them only from a server. The worker keeps nothing until the reader asks for a copy; then it keeps every file,
under the digest of all of them, and fetches again only what changed when there is a new edition.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from builders.model.artefacts import OutputFile
from builders.storage.resources import resource
from builders.targets.handbook.runner.plan import Plan
from builders.targets.handbook.runner.record import checksum

MANIFEST = "handbook.webmanifest"
WORKER = "service-worker.js"
_ICON = "assets/handbook.svg"
_FOLDER_ONLY = "search/search_index.js"
_COLOUR = "#16294a"


def app_manifest(plan: Plan) -> OutputFile:
    """W3C Web Application Manifest: what a browser needs to offer the handbook for installation."""
    found = {
        "id": f"handbook-{plan.language}",
        "name": f"{plan.name} · {plan.words['handbook']}",
        "short_name": plan.words["handbook"],
        "lang": plan.language,
        "start_url": "index.html",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": _COLOUR,
        "theme_color": _COLOUR,
        "icons": [{"src": _ICON, "sizes": "any", "type": "image/svg+xml"}],
    }
    return OutputFile(MANIFEST, json.dumps(found, ensure_ascii=False, indent=1).encode())


def service_worker(files: Iterable[OutputFile]) -> OutputFile:
    """``site/service-worker.js`` with the digest of every file that a copy needs."""
    digests = {file.path: checksum(file.data)[:16] for file in sorted(files) if file.path != _FOLDER_ONLY}
    listed = json.dumps(digests, ensure_ascii=True, separators=(",", ":"), sort_keys=True)
    source = (resource("site") / "service-worker.js").read_text(encoding="utf-8")
    head = f"const FILES = {listed};\nconst VERSION = {json.dumps(checksum(listed.encode())[:16])};\n"
    return OutputFile(WORKER, (head + source).encode())
