"""Every detector keeps the promises of its own examples and documentation."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys
from types import ModuleType

import pytest

from privacy_check import catalogue, detectors
from privacy_check.detectors import engine
from privacy_check.detectors.base import Detector
from privacy_check.model import EntityType


def _modules() -> list[ModuleType]:
    found = []
    for module in pkgutil.iter_modules(detectors.__path__):
        loaded = importlib.import_module(f"privacy_check.detectors.{module.name}")
        if hasattr(loaded, "DETECTOR") or hasattr(loaded, "DETECTORS"):
            found.append(loaded)
    return found


MODULES = _modules()
NAMES = [m.__name__.rsplit(".", 1)[1] for m in MODULES]


def _of(module: ModuleType) -> tuple[Detector, ...]:
    own = (module.DETECTOR,) if hasattr(module, "DETECTOR") else ()
    return (*own, *getattr(module, "DETECTORS", ()))


def _kinds(module: ModuleType) -> set[EntityType]:
    return {kind for detector in _of(module) for kind in detector.entity_types}


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_it_finds_what_it_says(module: ModuleType) -> None:
    for text, value in module.FINDS:
        start, end = text.index(value), text.index(value) + len(value)
        spans = [f.span for f in engine.find(text) if f.entity_type in _kinds(module) and f.span]
        covered = [min(s.end, end) - max(s.start, start) for s in spans]
        assert any(2 * cover >= end - start for cover in covered), text


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_it_passes_over_what_it_says(module: ModuleType) -> None:
    for text in module.MISSES:
        found = [f.value.reveal() for f in engine.find(text) if f.entity_type in _kinds(module)]
        assert not found, text


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_it_says_what_it_finds_misses_why_and_how_to_fix(module: ModuleType) -> None:
    lines = [line.split(":")[0] for line in (module.__doc__ or "").splitlines()]
    assert [line for line in lines if line in ("Finds", "Misses", "Why", "Fix")] == [
        "Finds",
        "Misses",
        "Why",
        "Fix",
    ]
    assert len(module.FINDS) >= 2
    assert len(module.MISSES) >= 2


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_it_is_a_detector_with_a_trigger(module: ModuleType) -> None:
    for detector in _of(module):
        assert isinstance(detector, Detector)
        assert detector.name
        assert detector.triggers.words or detector.triggers.parts or detector.triggers.digits


@pytest.mark.parametrize("module", MODULES, ids=NAMES)
def test_detectors_do_not_know_one_another(module: ModuleType) -> None:
    others = {other.__name__ for other in MODULES} - {module.__name__}
    names = {getattr(value, "__module__", "") for value in vars(module).values()}
    assert not names & others


def test_every_kind_a_person_can_write_has_a_detector() -> None:
    seen_on_profiles = {EntityType.GROUP, EntityType.PICTURE, EntityType.PROFILE}
    found = {kind for detector in engine.all_detectors() for kind in detector.entity_types}
    assert found - seen_on_profiles == set(EntityType) - seen_on_profiles


def test_the_rules_of_all_examples_are_in_the_catalogue() -> None:
    for module in MODULES:
        for text, _ in module.FINDS:
            for finding in engine.find(text):
                assert catalogue.known(finding.rule_id)


def test_importing_the_engine_reads_no_big_library() -> None:
    code = (
        "import sys, privacy_check.detectors.engine;"
        "print(*(m for m in ('phonenumbers', 'pydantic', 'privacy_check.detectors.phone') if m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
