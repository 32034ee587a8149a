"""Find out which articles mention which titles of the lists; no article is read whose file has not changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import field
from pathlib import Path

from translate import __version__
from translate.core.terms.glossary import Glossary
from translate.core.terms.matching import Matcher
from translate.core.terms.titles import with_undecided
from translate.core.text.fingerprints import fingerprint
from translate.core.text.tags import plain
from translate.documents.reading import Reader
from translate.errors import NewsdeskError
from translate.languages.loading import load_language
from translate.ledger import results
from translate.ledger.pages import About, Ledger, Page
from translate.ledger.states import state_of
from translate.settings import Settings
from translate.values import dataclass
from translate.workflow import articles
from translate.workflow.lists import Lists
from translate.workflow.places import shown_path


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Which articles mention which titles."""

    by_article: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """The titles, each with how often, by the articles that mention any."""

    @property
    def by_title(self) -> dict[str, list[tuple[str, int]]]:
        """The articles, each with how often, by the titles."""
        found: dict[str, list[tuple[str, int]]] = {}
        for article, titles in sorted(self.by_article.items()):
            for title, times in titles.items():
                found.setdefault(title, []).append((article, times))
        return found

    def besides(self, lists: str) -> dict[str, str]:
        """What the files of each article depend on beside its own, and those of the lists; see `settled.Files`.

        Args:
            lists: The folder of the lists, as the newsroom knows it.
        """
        told = {article: fingerprint(map(repr, sorted(titles))) for article, titles in self.by_article.items()}
        return {**told, lists: fingerprint(map(repr, sorted(self.by_title.items())))}


def mentioned(
    settings: Settings, ledger: Ledger, names: Mapping[str, str], listed: Sequence[Path] | None, now_ns: int
) -> Mentioned:
    """Find the titles of the lists in the articles.

    Args:
        settings: The project.
        ledger: What was found before; what is found now is added.
        names: The names of the articles' catalogs.
        listed: All that the project has, with its lists; None where they have to be found.
        now_ns: The time, in nanoseconds.
    """
    lists = Lists(settings)
    titles = lists.titles()
    if not titles:
        return Mentioned()
    glossary = with_undecided(Glossary(settings.source), titles, load_language(settings.source))
    matcher, reader = Matcher(glossary), articles.reader(settings, names)
    context = fingerprint((__version__, *(title.source for title in glossary.undecided)))
    page = ledger.get(About.MENTIONS, settings.shows, "")
    known = results.to_mentions(page.result) if page and page.context == context else None
    found: dict[str, tuple[str, dict[str, int]]] = {}
    for path in articles.find(settings)[0] if listed is None else listed:
        if path == lists.folder:
            continue
        shown, state = shown_path(settings, path), state_of(path, now_ns) or ""
        before = (known or {}).get(shown)
        found[shown] = before if before and state and before[0] == state else (state, _in(path, reader, matcher))
    if found != known:
        ledger.put(About.MENTIONS, [Page(settings.shows, "", "", context, results.from_mentions(found))])
    return Mentioned({article: titles for article, (_, titles) in found.items() if titles})


def _in(path: Path, reader: Reader, matcher: Matcher) -> dict[str, int]:
    """The titles that an article mentions; none where it cannot be read, which the run itself tells."""
    try:
        document = reader.read(path)
    except NewsdeskError:
        return {}
    texts = [plain(segment.text) for segment in document.segments]
    usage = matcher.usage(texts)
    matches = (match for text in texts for match in matcher.find(text, usage))
    return dict(sorted(Counter(match.term.source for match in matches).items()))
