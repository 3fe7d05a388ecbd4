"""A small curriculum with every kind of block, question, scenario and procedure, and the learner's site made of it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from builders.model.curriculum import Curriculum
from builders.model.modules import Module
from builders.model.publications import of_module
from builders.reading.curriculum import read
from builders.targets.player.edition import Edition
from builders.targets.player.plan import keys_of, plan
from builders.targets.player.site import LearnerSite, learner_site

LEARNER = Path(__file__).parents[3] / "curricula" / "valid" / "learner"


@pytest.fixture(scope="session")
def editions() -> dict[str, Curriculum]:
    return dict(read(LEARNER).editions)


@pytest.fixture(scope="session")
def curriculum(editions: dict[str, Curriculum]) -> Curriculum:
    return editions["en"]


@pytest.fixture(scope="session")
def module(curriculum: Curriculum) -> Module:
    return curriculum.modules[0]


@pytest.fixture
def edition(module: Module, curriculum: Curriculum) -> Edition:
    publication = of_module(module)
    planned = plan(publication, curriculum)
    return Edition(publication, curriculum, planned, keys_of(planned, module.questions))


def _site(curriculum: Curriculum) -> LearnerSite:
    return learner_site([(of_module(curriculum.modules[0]), curriculum)], settings={"a": 1})


@pytest.fixture(scope="session")
def site(curriculum: Curriculum) -> LearnerSite:
    return _site(curriculum)


@pytest.fixture(scope="session")
def page(site: LearnerSite) -> str:
    return dict(site.files)["index.html"].decode()


@pytest.fixture(scope="session")
def hindi_page(editions: dict[str, Curriculum]) -> str:
    return dict(_site(editions["hi"]).files)["index.html"].decode()


@pytest.fixture(scope="session")
def data(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return dict(json.loads(found[1]))
