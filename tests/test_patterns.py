"""A pattern does what `re` does, whenever it is compiled."""

import importlib
import pkgutil
import re

import pytest

import translate
from translate import patterns

MODULES = [
    importlib.import_module(each.name)
    for each in pkgutil.walk_packages(translate.__path__, "translate.")
    if not each.name.endswith("__main__")
]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_pattern_of_ours_can_be_compiled(module):
    for pattern in vars(module).values():
        if isinstance(pattern, patterns._Pattern):
            assert pattern.groups >= 0


@pytest.mark.parametrize(
    "use",
    [
        lambda pattern: pattern.search("2 of 10", 1).span(),
        lambda pattern: pattern.match("10").groupdict(),
        lambda pattern: pattern.fullmatch("ten"),
        lambda pattern: pattern.split("a1b"),
        lambda pattern: pattern.findall("2 of 10"),
        lambda pattern: [found[0] for found in pattern.finditer("2 of 10")],
        lambda pattern: pattern.sub("x", "2 of 10", count=1),
        lambda pattern: pattern.subn("x", "2 of 10"),
        lambda pattern: pattern.pattern,
        lambda pattern: (pattern.flags, pattern.groups, dict(pattern.groupindex)),
    ],
)
def test_whatever_it_is_asked_for_first_is_as_with_re(use):
    text, flags = r"(?P<number>\d+)", re.ASCII
    assert use(patterns.compile(text, flags)) == use(re.compile(text, flags))


def test_what_a_pattern_has_not_it_does_not_have():
    with pytest.raises(AttributeError):
        patterns.compile("a").find  # noqa: B018


def test_it_is_compiled_once_and_only_when_it_is_used(monkeypatch):
    compiled = []
    stock = re.compile
    monkeypatch.setattr(re, "compile", lambda *given: compiled.append(given) or stock(*given))
    pattern = patterns.compile(b"a+")
    assert compiled == []
    assert pattern.search(b"ba")
    assert pattern.sub(b"", b"ba") == b"b"
    assert compiled == [(b"a+", 0)]
