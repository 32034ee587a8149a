"""A new file says whose it is, in which language, and when it was made."""

from tests.workflow.project import NOW
from translate import __version__
from translate.workflow.heading import new_header


def test_a_header_has_what_the_settings_say(project):
    header = new_header(project.settings, "et", NOW)
    assert [header.get(name) for name in ("Project-Id-Version", "Language", "X-Source-Language", "X-Generator")] == [
        "ferry-news", "et", "en", f"newsdesk {__version__}",
    ]  # fmt: skip
    assert (header.get("POT-Creation-Date"), header.fuzzy) == ("2026-11-22 02:15+0000", False)


def test_a_template_is_in_no_language_yet(project):
    header = new_header(project.settings, None, NOW)
    assert (header.get("Language"), header.fuzzy) == ("", True)
