"""The page of the checks tells each of them, and every example on it is one."""

import re
from pathlib import Path

import pytest

from translate.core import checks
from translate.core.checks import check_article
from translate.core.checks.findings import Broadcast, Unit
from translate.core.terms.glossary import Glossary
from translate.core.terms.matching import Matcher
from translate.languages.loading import load_pair
from translate.termbases.csvfile import read_glossary

PAGE = (Path(__file__).parents[3] / "docs/checks.md").read_text("utf-8")
ROOM = Path(checks.__file__).parent
SECTIONS = dict(re.findall(r"^### (\S+)\n(.*?)(?=^##)", PAGE, re.DOTALL | re.MULTILINE))


def example(section):
    """What stands indented below a heading, by what it is."""
    lines = re.findall(r"^ {4}(\w+)  (.+)$", section, re.MULTILINE)
    return {name: re.sub(r"\\u([0-9a-f]{4})|\\n", lambda m: chr(int(m[1], 16)) if m[1] else "\n", text)
            for name, text in lines}  # fmt: skip


def findings(given):
    (locale,) = given.keys() - {"glossary", "en", "context", "limit", "beside"}
    pair = load_pair("en", locale)
    rows = f"source,target,forms,forbid\n{given.get('glossary', '')}\n"
    matcher = Matcher(
        Glossary(locale, read_glossary(rows.encode(), "g.csv")[0], pair[1].compounding, pair[1].inflection)
    )
    beside = [tuple(given["beside"].split(" = "))] if "beside" in given else []
    broadcast = Broadcast(limit=int(given["limit"]) if "limit" in given else None)
    units = [
        Unit.of(source, target, *pair, matcher.find(source), bans=matcher.bans(source), context=given.get("context"),
                broadcast=broadcast)
        for source, target in ((given["en"], given[locale]), *beside)
    ]  # fmt: skip
    return check_article(units)[0]


def test_every_rule_has_a_heading_and_every_heading_is_a_rule():
    rules = {
        name for path in ROOM.glob("*.py") for name in re.findall(r'Finding\(\s*"([a-z-]+)"', path.read_text("utf-8"))
    }
    assert set(SECTIONS) == rules


@pytest.mark.parametrize("rule", SECTIONS)
def test_the_example_is_told_at_the_level_that_the_page_names(rule):
    told = {finding.rule: finding.level for finding in findings(example(SECTIONS[rule]))}
    assert told[rule] == re.match(r"\s*\*(\w+)[.*]", SECTIONS[rule])[1].lower()
