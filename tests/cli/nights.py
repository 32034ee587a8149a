"""A small project of many articles for a night, and what a night leaves of it."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
HELD_OUT = (ROOT / "tests/data/sample-model/heldout.en").read_text("utf-8").splitlines()
SENTENCES = [text for text in HELD_OUT if text.endswith(".")]
GLOSSARY = """\
source,target,forms
chart,diagramm,gen=diagrammi; in=diagrammis
list,loend,gen=loendi; in=loendis
dialog,dialoog,gen=dialoogi; in=dialoogis
"""
OWN_WORDS = "Inimese enda sõnad."


def fill(newsroom, engine="argos", articles=12):
    """Articles with terms, tags, addresses and a person's words."""
    newsroom.write("newsdesk.toml", newsroom.read("newsdesk.toml").replace("identity", engine))
    newsroom.write("glossaries/et.csv", GLOSSARY)
    for number in range(articles):
        some = SENTENCES[2 * number : 2 * number + 3]
        newsroom.write(
            f"articles/a{number}.md", f"# {some[0]}\n\n{some[1]} See <https://err.ee/{number}>.\n\n*{some[2]}*\n"
        )
    newsroom.write(
        "locales/et/LC_MESSAGES/a3.po",
        f'msgid ""\nmsgstr ""\n"Language: et\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        f'msgctxt "headline"\nmsgid "{SENTENCES[6]}"\nmsgstr "{OWN_WORDS}"\n',
    )


def catalogs(newsroom):
    """The files of a night, but for their times."""
    found = {name: newsroom.read(name) for name in newsroom.files() if name.startswith("locales/")}
    return {name: [line for line in text.splitlines() if "-Date: " not in line] for name, text in found.items()}


def again(newsroom, before):
    """Have a project be as it was before its night."""
    for path in sorted(newsroom.root.rglob("*"), reverse=True):
        if path.is_dir():
            path.rmdir()
        else:
            path.unlink()
    for name, data in before.items():
        newsroom.write(name, data)
