"""What people approved is not drafted again: from one article to the next."""

import json

from translate.catalogs.reading import read
from translate.core.entries.stamp import text_hash

FERRY = "locales/et/LC_MESSAGES/ferry.po"
TRAIN = "locales/et/LC_MESSAGES/train.po"
FOOTER = "Follow us and never miss an update!"
LONG = "The captain of the ferry, Mari Maasikas, told the harbour office on Monday morning that the line would open."
ALIKE = "The captain of the ferry, Mari Maasikas, told the harbour office on Friday morning that the line would open."
FURTHER = "The captain of the ferry, Mari Maasikas, told the harbour office on Friday evening that the line may close."


def entry(newsroom, path, msgid):
    return next(e for e in read(newsroom.read(path).encode(), path).catalog.entries if e.msgid == msgid)


def approve(newsroom, msgid, text, path=FERRY):
    """As a translator does: another text, and no fuzzy mark."""
    block = next(b for b in newsroom.read(path).split("\n\n") if f'"{msgid[:40]}' in b)
    lines = [line for line in block.split("\n") if line != "#, fuzzy"]
    start = next(n for n, line in enumerate(lines) if line.startswith("msgstr"))
    newsroom.write(path, newsroom.read(path).replace(block, "\n".join([*lines[:start], f'msgstr "{text}"'])))


def train(newsroom, *paragraphs):
    newsroom.write("articles/train.txt", "\n".join(["Train line opens", "", *paragraphs, "--", FOOTER, ""]))


def test_boilerplate_that_every_article_repeats_is_translated_once(newsroom):
    newsroom.run("draft")
    approve(newsroom, FOOTER, "Jälgi meid!")
    train(newsroom, "It is long.")
    told = json.loads(newsroom.run("draft", "--json").out)
    found = entry(newsroom, TRAIN, FOOTER)
    assert (found.msgstr, found.fuzzy) == ("Jälgi meid!", False)
    assert f"Memory: the same text in {FERRY}, fill {text_hash('Jälgi meid!')}" in found.extracted
    assert {c["article"]: (c["drafted"], c["recalled"]) for c in told["catalogs"]}["articles/train.txt"] == (2, 1)


def test_a_draft_of_last_night_gives_way_to_what_was_approved_since(newsroom):
    train(newsroom, "It is long.")
    newsroom.run("draft")
    approve(newsroom, FOOTER, "Jälgi meid!")
    newsroom.run("draft")
    assert entry(newsroom, TRAIN, FOOTER).msgstr == "Jälgi meid!"
    before = newsroom.files()
    newsroom.run("draft")
    assert newsroom.files() == before


def test_a_hit_that_breaks_todays_glossary_waits_for_review(newsroom):
    newsroom.run("draft")
    approve(newsroom, FOOTER, "Jälgi meid!")
    newsroom.write("glossaries/et.csv", "source,target\nupdate,uudis\n")
    train(newsroom, "It is long.")
    assert newsroom.run("draft").code == 1
    found = entry(newsroom, TRAIN, FOOTER)
    assert (found.msgstr, found.fuzzy) == ("Jälgi meid!", True)
    assert "Glossary: update = uudis [FLAG missing]" in found.extracted


def test_a_translation_of_nearly_the_same_text_is_offered_with_its_old_source(newsroom):
    newsroom.write("glossaries/et.csv", "source,target\n")
    newsroom.write("articles/ferry.txt", f"Ferry line opens\n\n{LONG}\n")
    newsroom.run("draft")
    approve(newsroom, LONG, "Kapten ütles esmaspäeval, et liin avatakse.")
    train(newsroom, ALIKE)
    newsroom.run("draft")
    found = entry(newsroom, TRAIN, ALIKE)
    assert (found.msgstr, found.fuzzy) == ("Kapten ütles esmaspäeval, et liin avatakse.", True)
    assert found.previous_msgid == LONG
    before = newsroom.files()
    newsroom.run("draft")
    assert newsroom.files() == before


def test_a_translation_of_a_less_similar_text_is_told_of_beside_the_draft(newsroom):
    newsroom.write("glossaries/et.csv", "source,target\n")
    newsroom.write("articles/ferry.txt", f"Ferry line opens\n\n{LONG}\n")
    newsroom.run("draft")
    approve(newsroom, LONG, "Kapten ütles esmaspäeval, et liin avatakse.")
    train(newsroom, FURTHER)
    newsroom.run("draft")
    found = entry(newsroom, TRAIN, FURTHER)
    assert found.fuzzy
    assert found.msgstr != "Kapten ütles esmaspäeval, et liin avatakse."
    (line,) = [line for line in found.extracted if line.startswith("Memory: ")]
    assert "Kapten ütles esmaspäeval, et liin avatakse." in line
    before = newsroom.files()
    newsroom.run("draft")
    assert newsroom.files() == before


def test_machine_text_never_enters_the_memory(newsroom):
    newsroom.run("draft")
    train(newsroom, "It is long.")
    newsroom.run("draft")
    assert entry(newsroom, TRAIN, FOOTER).fuzzy


def test_a_dry_run_tells_what_the_memory_would_give_and_writes_nothing(newsroom):
    newsroom.run("draft")
    approve(newsroom, FOOTER, "Jälgi meid!")
    train(newsroom, "It is long.")
    before = {p: p.read_bytes() for p in newsroom.root.rglob("*") if p.is_file()}
    told = json.loads(newsroom.run("draft", "--dry-run", "--json").out)
    assert sum(c["recalled"] for c in told["catalogs"]) == 1
    assert {p: p.read_bytes() for p in newsroom.root.rglob("*") if p.is_file()} == before


def tmx(newsroom, *pairs):
    """A translation memory as an agency sends it, with one of a machine's units, taken in."""
    unit = '<tu{}><tuv xml:lang="en"><seg>{}</seg></tuv><tuv xml:lang="et"><seg>{}</seg></tuv></tu>'
    body = "".join(
        [*(unit.format("", *pair) for pair in pairs), unit.format(' creationid="MT!"', "It sank.", "See valas.")]
    )
    newsroom.write("agency.tmx", f'<tmx version="1.4"><header creationtool="x"/><body>{body}</body></tmx>')
    return newsroom.run("memory", "import", "agency.tmx")


def test_a_short_text_is_approved_where_the_articles_have_more_in_common_and_else_offered_for_review(newsroom):
    newsroom.write("articles/ferry.txt", f"Ferry line opens\n\nNo.\n\n{LONG}\n")
    newsroom.run("draft")
    approve(newsroom, "No.", "Nr.")
    approve(newsroom, LONG, "Kapten ütles esmaspäeval, et liin avatakse.")
    train(newsroom, "No.")
    newsroom.write("articles/boat.txt", f"Boat line opens\n\nNo.\n\n{LONG}\n")
    newsroom.run("draft")
    alone, beside = entry(newsroom, TRAIN, "No."), entry(newsroom, TRAIN.replace("train", "boat"), "No.")
    assert (alone.msgstr, alone.fuzzy, beside.msgstr, beside.fuzzy) == ("Nr.", True, "Nr.", False)
    assert any(line.startswith(f"Memory: the same text in {FERRY}, for review") for line in alone.extracted)


def test_what_nobody_approves_here_is_no_witness_for_the_next_article(newsroom):
    newsroom.write("articles/ferry.txt", "Ferry line opens\n\nNo.\n")
    newsroom.run("draft")
    approve(newsroom, "No.", "Nr.")
    for _ in range(2):
        train(newsroom, "No.", "It is long.")
        newsroom.run("draft")
        assert entry(newsroom, TRAIN, "No.").fuzzy


def test_a_paragraph_whose_sentences_an_agency_has_translated_is_offered_for_review(newsroom):
    told = tmx(
        newsroom, ("The ferry stays in port.", "Praam jääb sadamasse."), ("The mayor is angry.", "Linnapea on pahane.")
    )
    assert told.out == "agency.tmx: 2 translations remembered, kept as memory/agency.tmx, 1 made by a machine skipped\n"
    newsroom.write("glossaries/et.csv", "source,target\n")
    both = "The ferry stays in port. The mayor is angry."
    train(newsroom, both, "It sank.")
    newsroom.run("draft")
    found, machine = entry(newsroom, TRAIN, both), entry(newsroom, TRAIN, "It sank.")
    assert (found.msgstr, found.fuzzy) == ("Praam jääb sadamasse. Linnapea on pahane.", True)
    assert "Memory: its 2 sentences in memory/agency.tmx" in found.extracted
    assert (machine.msgstr, machine.fuzzy) == ("It sank.", True)
    before = newsroom.read(TRAIN)
    newsroom.run("draft")
    assert newsroom.read(TRAIN) == before
