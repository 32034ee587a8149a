"""What a locale is drafted with: its glossary, its engine, and the fingerprint of all that drafts depend on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace

from translate import __version__, plugins
from translate.core.enforcing.lexicon import Lexicon
from translate.core.entries.inputs import KEPT, words_of
from translate.core.placing.placed import Effort
from translate.core.terms.matching import Matcher
from translate.core.text.fingerprints import fingerprint
from translate.core.text.guessing import did_you_mean
from translate.engines.interface import Engine
from translate.engines.wordings import Wordings
from translate.errors import EngineError, NewsdeskError, SettingsError
from translate.plugins import Chosen
from translate.settings import FILE_NAME, Settings
from translate.values import dataclass
from translate.workflow.decoding import Decoded
from translate.workflow.drafting import Bench
from translate.workflow.keeping import Keeping
from translate.workflow.looking import Yardstick, yardstick
from translate.workflow.places import wordings_folder
from translate.workflow.terms import Glossaries


@dataclass(frozen=True, slots=True)
class Desk:
    """One locale, ready to be drafted into."""

    locale: str
    matcher: Matcher
    wanted: str
    """The engine's name, or ``auto``, as the run was asked for it."""
    chosen: Chosen
    """The engine that drafts; without one, catalogs are made and nothing is drafted."""
    words: str
    """The fingerprint of the language's well-known words (`inputs.words_of`)."""
    rest: str
    """The fingerprint of the glossary, the words and the settings."""
    yardstick: Yardstick
    """What its PO files are held against."""
    lexicon: Lexicon = field(default_factory=dict)
    """What the engine calls the terms by itself, as far as that is known; drafting adds to it."""
    memory: str = ""
    """The digest of the translation memory."""
    decoded: Decoded = field(default_factory=Decoded, compare=False)
    """What the engine has made of sentences by now."""
    keeping: Keeping | None = field(default=None, compare=False)
    """What earlier runs have kept of what it answered; None for nothing."""

    @property
    def engine(self) -> Engine | None:
        """None where no engine that works has the pair."""
        return self.chosen.engine

    @property
    def signature(self) -> str | None:
        """The engine's for the pair."""
        return self.chosen.signature

    @property
    def context(self) -> str:
        """The fingerprint of all that drafts depend on: the engine and whom it stands in for, the memory, the rest."""
        return fingerprint((self.rest, self.memory, self.signature or "", *sorted(self.chosen.unable)))

    def bench(self, settings: Settings) -> Bench | None:
        """What drafts are made with here; None without an engine."""
        if self.engine is None or self.signature is None:
            return None
        asked = (settings.source, self.locale, settings.hypotheses, settings.tags)
        return Bench(self.engine, self.signature, *asked, self.yardstick.pair, self.lexicon, self.decoded)

    def remembering(self, digest: str) -> Desk:
        """The desk with a translation memory on it, known by its digest."""
        return replace(self, memory=digest)

    def without_engine(self) -> Desk:
        """The desk as it is while its engine is not asked."""
        return replace(self, chosen=replace(self.chosen, engine=None))

    def relieved(self, settings: Settings, failure: EngineError) -> Desk | None:
        """The desk with the next engine, since the one that it has cannot start; None where there is no other."""
        unable = {**self.chosen.unable, self.chosen.name: failure}
        chosen = plugins.choose_engine(
            self.wanted, settings.source, self.locale, settings.engines, unable=unable, jobs=settings.jobs
        )
        if chosen.engine is None:
            return None
        lexicon = Wordings(wordings_folder(settings), home=settings.root).load(self.locale, chosen.signature or "")
        keeping = self.keeping.anew() if self.keeping else None
        return replace(self, chosen=chosen, lexicon=lexicon, decoded=Decoded(keeping), keeping=keeping)


def open_desks(
    settings: Settings, locales: Sequence[str], engine: str, glossaries: Glossaries, keeping: Keeping | None = None
) -> tuple[list[Desk], list[NewsdeskError]]:
    """Get every locale ready; one that cannot be is told, and the others go on.

    Args:
        settings: The project.
        locales: The locales.
        engine: The engine's name, or ``auto``.
        glossaries: The project's.
        keeping: What earlier runs have kept of what engines answered; None for nothing.

    Raises:
        SettingsError: There is no engine of this name, or it does not take its options.
    """
    desks: list[Desk] = []
    known_wordings = Wordings(wordings_folder(settings), home=settings.root)
    known = plugins.engine_names()
    troubles: list[NewsdeskError] = [
        SettingsError(
            f"[engines.{name}] sets up no engine; there is: {', '.join(known)}{did_you_mean(name, known)}",
            path=FILE_NAME,
        )
        for name in sorted(set(settings.engines) - set(known))
    ]
    for locale, glossary in glossaries.ready(locales, troubles.append):
        chosen = plugins.choose_engine(engine, settings.source, locale, settings.engines, jobs=settings.jobs)
        troubles += chosen.troubles
        matcher = Matcher(glossary)
        by = yardstick(settings, glossary, matcher)
        words = words_of(by.pair[1])
        rest = fingerprint((__version__, KEPT, *_drafting(settings), words, matcher.rows.digest))
        lexicon = known_wordings.load(locale, chosen.signature) if chosen.signature else {}
        own = keeping.anew() if keeping else None
        desks.append(Desk(locale, matcher, engine, chosen, words, rest, by, lexicon, decoded=Decoded(own), keeping=own))
    return desks, troubles


def _drafting(settings: Settings) -> Sequence[str]:
    """The settings that an article's files depend on."""
    told: Mapping[str, object] = {
        "name": settings.name,
        "source": settings.source,
        "contact": settings.contact,
        "hypotheses": settings.hypotheses,
        "wrap": settings.wrap,
        "engines": settings.engines,
    }
    if settings.tags is not Effort.THOROUGH:
        told = {**told, "tags": settings.tags}
    if settings.formats:
        told = {**told, "formats": settings.formats}
    return [repr(sorted(told.items()))]
