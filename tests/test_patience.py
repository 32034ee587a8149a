"""No test is judged by how long it takes."""

import ast
from pathlib import Path

from hypothesis import HealthCheck, settings

TESTS = sorted(Path(__file__).parent.rglob("*.py"))


def keywords(call: str, argument: str) -> list[tuple[str, str]]:
    """What the tests hand to calls of some name as some argument."""
    return [
        (path.name, ast.unparse(keyword.value))
        for path in TESTS
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == call
        for keyword in node.keywords
        if keyword.arg == argument
    ]


def test_no_property_has_a_deadline():
    assert settings.default.deadline is None
    assert set(keywords("settings", "deadline")) == {("patience.py", "None")}


def test_no_property_fails_because_its_data_came_slowly():
    assert HealthCheck.too_slow in settings.default.suppress_health_check
    # Who names the checks to leave out takes the place of the profile's.
    named = {told for _, told in keywords("settings", "suppress_health_check")}
    assert named <= {"(HealthCheck.too_slow,)", "SHARED_FIXTURE", "list(HealthCheck)"}
