"""Name the catalogs of a project's articles: those that share a name have catalogs of their own, and keep them."""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from translate import plugins
from translate.core.entries.kinship import homes
from translate.core.entries.template import Key, template
from translate.documents import finding
from translate.documents.namesakes import allot, doubtful, sharing
from translate.documents.reading import reader
from translate.documents.slugs import choices, slug_of, spelling
from translate.errors import NewsdeskError
from translate.ledger import results
from translate.ledger.pages import FILE, About, Ledger
from translate.settings import Settings
from translate.workflow import owning
from translate.workflow.owning import Files
from translate.workflow.places import shown_path


def names(
    settings: Settings, paths: Iterable[Path], *, renamed: Mapping[str, str] = MappingProxyType({})
) -> dict[str, str]:
    """The names that the catalogs of a project's articles have.

    Whose files a name has stands in them: the article that they refer to. They are asked where articles share a name,
    and of articles that the ledger does not know from the last run. Where all of them were deleted, it knows the name.

    Args:
        settings: The project.
        paths: All its articles, and what is asked for besides.
        renamed: Articles that have another name by now, with that; what has files of its own needs no others.

    Returns:
        The names by the articles as the newsroom knows them; without those whose files give none.
    """
    articles = {shown_path(settings, path): path for path in paths}
    files = owning.files(settings)
    with Ledger(settings.root / FILE, home=settings.root) as ledger:
        known = dict(ledger.contents(About.ARTICLE))
        claims = files.owners(doubtful(articles, files.names, known), articles)
        heirs = {old: new for old, new in renamed.items() if new not in claims.values()}
        claims = {name: heirs.get(owner, owner) for name, owner in claims.items()}
        left = (sharing(articles) - {*claims.values()}) & known.keys()
        claims = {**_last(ledger, {article: known[article] for article in left}), **claims}
    there = {spelling(article) for article in articles}
    if strange := {name for name, owner in claims.items() if spelling(owner) not in there}:
        claims |= _inherited(files, strange, {a: p for a, p in articles.items() if a not in claims.values()})
    return allot(articles, claims)


def former(settings: Settings, article: str, names: Mapping[str, str]) -> tuple[str, ...]:
    """The names that the catalogs of an article may have that is not there any more, the likest first.

    Args:
        settings: The project.
        article: The article as the newsroom knew it.
        names: The names of the articles that are there.

    Raises:
        DocumentError: Its file gives no name.
    """
    files, taken = owning.files(settings), {name.casefold() for name in names.values()}
    there = files.names
    possible = [name for name in choices(article) if name.casefold() not in taken]
    claims = files.owners([name for name in possible if name in there], [article])
    own = [name for name in possible if claims.get(name) == article]
    return (*own, *(name for name in possible if name not in claims))


def _last(ledger: Ledger, articles: Mapping[str, str]) -> dict[str, str]:
    """The articles, each with one of its locales, by the names that their catalogs had at the last run."""
    pages = (ledger.get(About.ARTICLE, article, locale) for article, locale in articles.items())
    found = (results.to_result(page.result) for page in pages if page)
    return {PurePosixPath(result.path).stem: result.article for result in found if result}


def _inherited(files: Files, names: Collection[str], articles: Mapping[str, Path]) -> dict[str, str]:
    """The articles that were moved to another folder: the catalogs of their names have most of their paragraphs.

    Args:
        files: The project's.
        names: The names of catalogs whose articles are not there.
        articles: The articles that have none.
    """
    root = files.settings.root
    formats = plugins.formats_by_ending(files.settings.formats)
    read = reader(root, formats, {}, finding.homes(root, files.settings.articles)).read
    heirs: defaultdict[str, dict[str, Collection[Key]]] = defaultdict(dict)
    folded = {name.casefold() for name in names}
    for article, path in articles.items():
        with contextlib.suppress(NewsdeskError):  # The run itself will tell what is wrong with it.
            if (slug := slug_of(article).casefold()) in folded:
                heirs[slug][article] = {entry.key for entry in template(read(path))}
    found = {}
    for name in names:
        fits = homes({name: files.messages(name)}, heirs[name.casefold()])
        if heir := fits.sure.get(name) or next(iter(fits.possible.get(name, ())), None):
            found[name] = heir
    return found
