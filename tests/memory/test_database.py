import random
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.patience import SHARED_FIXTURE
from translate.core.entries.remembered import LEAST, Difference, MemoryCount, MemoryUnit
from translate.errors import NewsdeskError
from translate.memory.database import DamagedError, Feed, Memory

SPOKEN = """the ferry minister harbour Tallinn said on Monday that new price of bread would rise by seven percent while
    children in Tartu sang songs about snow and ice for their teachers, who listened from the old wooden bridge"""
WORDS = SPOKEN.split()
PO = "locales/et/a.po"


@pytest.fixture
def path(tmp_path):
    return tmp_path / ".newsdesk" / "memory.sqlite"


@pytest.fixture
def memory(path):
    with Memory(path, source="en", home=None) as memory:
        yield memory


def unit(source, target="tõlge", kind=None, *, locale="et", origin=PO, seen=""):
    return MemoryUnit(locale, source, target, kind, origin, seen)


def fed(memory, *units, origin=PO, fingerprint="1"):
    memory.feed([Feed(origin, fingerprint, units)])
    return memory


def everything(memory):
    return list(memory.units(["et", "ru"]))


texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=30)
sentences = st.lists(st.sampled_from(WORDS), min_size=6, max_size=20).map(" ".join)
tolerant = settings(max_examples=40, suppress_health_check=SHARED_FIXTURE)


def test_the_files_of_a_folder_are_told_and_the_fingerprints_of_those_that_are_asked_for(memory):
    for origin in ("locales/et/a.po", "locales/et/007/b.po", "locales/et0/a.po", "memory/a.tmx"):
        fed(memory, origin=origin, fingerprint=f"of {origin}")
    assert sorted(memory.origins("locales/et")) == ["locales/et/007/b.po", "locales/et/a.po"]
    assert len([*memory.origins()]) == 4
    assert memory.fingerprints(["memory/a.tmx", "memory/b.tmx"]) == {"memory/a.tmx": "of memory/a.tmx"}


@tolerant
@given(st.lists(st.builds(unit, texts | sentences, texts, st.none() | st.just("headline")), max_size=5))
def test_what_was_fed_is_found_exactly_and_nothing_else_is(memory, units):
    fed(memory, *units)
    for one in units:
        hit = memory.exact("et", f" {one.source}\u00a0", one.kind)
        assert (hit.unit.source, hit.score) in {(u.source, 1.0) for u in units if u.kind == one.kind}
        assert hit.unit.target in {u.target for u in units if u.kind == one.kind}
        assert memory.exact("ru", one.source, one.kind) is None
        assert memory.exact("et", one.source + "x", one.kind) is None or one.source + "x" in {u.source for u in units}
    assert set(everything(memory)) == set(units)
    assert memory.notes == []


@tolerant
@given(st.lists(sentences, min_size=1, max_size=30, unique=True), st.data())
def test_a_text_with_one_word_changed_finds_the_text_it_was(memory, sources, data):
    fed(memory, *map(unit, sources))
    words = data.draw(st.sampled_from(sources)).split()
    source = " ".join(words)
    at = data.draw(st.integers(0, len(words) - 1))
    assume(len(words[at]) + 4 <= len(source) * (1 - LEAST))
    words[at] = "zest"
    hits = memory.fuzzy("et", " ".join(words), None, limit=100)
    assert source in [hit.unit.source for hit in hits]
    assert all(LEAST <= hit.score <= 1 for hit in hits)
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_quotes_capitals_and_words_make_another_text_and_white_space_does_not(memory):
    fed(memory, unit('He said "yes"  to e\u0301clairs'))
    assert memory.exact("et", 'He said "yes" to éclairs', None).unit.source == 'He said "yes"  to e\u0301clairs'
    assert [memory.exact("et", t, None) for t in ("He said “yes” to éclairs", 'he said "yes" to éclairs')] == [None] * 2
    assert memory.fuzzy("et", "He said “yes” to éclairs", None)[0].score == pytest.approx(22 / 24)


def test_a_headline_is_no_exact_hit_for_body_text_and_still_found(memory):
    fed(memory, unit("The ferry sails", "Praam sõidab", "headline"))
    assert memory.exact("et", "The ferry sails", None) is None
    (hit,) = memory.fuzzy("et", "The ferry sails", None)
    assert (hit.score, hit.unit.kind) == (1.0, "headline")
    fed(memory, unit("The ferry sails", "Praam väljub"), origin="b.po")
    assert [h.unit.target for h in memory.fuzzy("et", "The ferry sails", None)] == ["Praam väljub", "Praam sõidab"]
    assert [h.unit.target for h in memory.fuzzy("et", "The ferry sails", "headline")] == [
        "Praam sõidab",
        "Praam väljub",
    ]


def test_where_people_disagree_the_last_one_counts(memory):
    for origin, target, seen in (("a", "vana", "2025"), ("b", "uus", "2026"), ("c", "vana", "2024")):
        fed(memory, unit("Follow us", target, seen=seen), origin=origin)
    assert (memory.exact("et", "Follow us", None).unit.target, memory.exact("et", "Follow us", None).unit.origin) == (
        "uus", "b",
    )  # fmt: skip
    assert [h.unit.target for h in memory.fuzzy("et", "Follow us", None)] == ["uus", "vana"]
    assert memory.counts() == (MemoryCount("et", None, 1, 2),)


def test_a_unit_has_the_date_that_its_file_told_last(memory):
    fed(memory, unit("a", seen="2026"), fingerprint="1")
    fed(memory, unit("a", seen="2025"), unit("b", seen="2026"), fingerprint="2")
    assert [u.seen for u in everything(memory)] == ["2025", "2026"]


def test_what_a_file_no_longer_holds_is_forgotten_unless_another_has_it(memory):
    fed(memory, unit("the shared ferry"), unit("the lost ferry"))
    fed(memory, unit("the shared ferry"), origin="b.po")
    fed(memory, unit("the new ferry"))
    assert [u.source for u in everything(memory)] == ["the new ferry", "the shared ferry"]
    assert memory.fuzzy("et", "lost", None) == ()
    memory.forget([PO, "never.po"])
    assert [u.source for u in everything(memory)] == ["the shared ferry"]
    assert memory.fingerprints([*memory.origins()]) == {"b.po": "1"}
    memory.forget(["b.po"])
    left = memory._connection.execute("SELECT (SELECT count(*) FROM segment), (SELECT count(*) FROM frequency)")
    assert left.fetchall() == [(0, 0)]


def test_a_feeding_that_fails_changes_nothing(memory):
    def broken():
        yield unit("half")
        raise OSError("the disk is gone")

    fed(memory, unit("whole"))
    with pytest.raises(OSError, match="gone"):
        memory.feed([Feed("b.po", "1", [unit("other")]), Feed(PO, "2", broken())])
    assert [u.source for u in everything(memory)] == ["whole"]
    assert memory.fingerprints([*memory.origins()]) == {PO: "1"}


def test_a_hit_tells_which_numbers_differ(memory):
    fed(memory, unit("In 2024 the ferry carried 1,050 people and 1,050 cars"))
    (hit,) = memory.fuzzy("et", "In 2025 the ferry carried 1,050 people and 980 cars", None)
    assert hit.numbers == Difference(missing=("2024", "1,050"), added=("2025", "980"))


def test_texts_without_spaces_are_found(memory):
    fed(memory, unit("政府は月曜日、最低賃金を引き上げると発表した。"))
    assert memory.fuzzy("et", "政府は火曜日、最低賃金を引き上げると発表した。", None)


def test_a_locale_with_few_texts_is_not_crowded_out(memory):
    many = [unit(f"The ferry to island was late {n}", locale="et") for n in range(2000)]
    fed(memory, *many)
    fed(memory, unit("The ferry to island was late, said Mart", locale="ru"), origin="ru.po")
    assert memory.fuzzy("ru", "The ferry to island was late, he", None)


@pytest.mark.parametrize("query", ["", " ", "—", '"', "a" * 200_000, "NOT OR AND NEAR(", "\ud800", "x\0y", "*", "_"])
def test_no_text_is_too_odd_to_look_up(memory, query):
    fed(memory, unit("A text"), unit("NEAR"))
    assert memory.exact("et", query, None) is None
    assert isinstance(memory.fuzzy("et", query, None), tuple)
    assert memory.notes == []


# --- the file --------------------------------------------------------------------------------------------------------


def test_it_is_remembered_from_one_run_to_the_next(path):
    with Memory(path, source="en", home=None) as memory:
        fed(memory, unit("a"))
    with Memory(path, source="en", home=None) as memory:
        assert (everything(memory), memory.notes) == ([unit("a")], [])
        assert memory.fingerprints([*memory.origins()]) == {PO: "1"}


def older_version(path):
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE meta SET version = 0")
    connection.close()


def other_tables(path):
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE meta (colour TEXT)")
        connection.execute('CREATE TABLE "odd ""name" (colour TEXT)')
        connection.execute("CREATE VIRTUAL TABLE words USING fts5(colour)")
    connection.close()


@pytest.mark.parametrize("change", [older_version, other_tables])
def test_a_memory_of_another_version_is_made_anew(path, change):
    with Memory(path, source="en", home=None) as memory:
        fed(memory, unit("a"))
    change(path)
    with Memory(path, source="en", home=None) as memory:
        assert (everything(memory), memory.fingerprints([*memory.origins()])) == ([], {})
        fed(memory, unit("b"))
    with Memory(path, source="en", home=None) as memory:
        assert everything(memory) == [unit("b")]


def test_a_memory_of_another_source_language_is_made_anew(path):
    with Memory(path, source="en", home=None) as memory:
        fed(memory, unit("a"))
    with Memory(path, source="fi", home=None) as memory:
        assert memory.fingerprints([*memory.origins()]) == {}


@pytest.mark.parametrize("data", [b"junk", b"SQLite format 3\0" + b"junk" * 100, b"x" * 4096])
def test_a_file_that_is_no_database_is_made_anew_with_a_note(path, data):
    path.parent.mkdir()
    path.write_bytes(data)
    path.with_name("memory.sqlite-journal").write_bytes(b"junk")
    with Memory(path, source="en", home=None) as memory:
        assert len(memory.notes) == 1
        fed(memory, unit("a"))
        assert everything(memory) == [unit("a")]


def test_a_file_with_a_view_in_place_of_a_table_is_made_anew_with_a_note(path):
    with Memory(path, source="en", home=None) as memory:
        fed(memory, unit("a"))
    with sqlite3.connect(path) as sql:
        sql.executescript("DROP TABLE origin; CREATE VIEW origin AS SELECT 'a' AS path, 'b' AS fingerprint")
    sql.close()
    with Memory(path, source="en", home=None) as memory:
        assert (len(memory.notes), memory.fingerprints([*memory.origins()])) == (1, {})


def test_any_damage_is_a_note_and_never_a_crash_and_the_next_one_is_sound(path):
    with Memory(path, source="en", home=None) as memory:
        fed(memory, *(unit(f"{n} {' '.join(WORDS[n % 20 :])}", f"{n}") for n in range(300)))
    sound = path.read_bytes()
    chance = random.Random(7)  # noqa: S311  Not for secrets.
    noted = 0
    for _ in range(60):
        data = bytearray(sound)
        for _ in range(chance.choice([1, 5, 50])):
            at = chance.randrange(len(data))
            data[at : at + 200] = chance.randbytes(len(data[at : at + 200]))
        path.write_bytes(data[: chance.choice([len(data), len(data), len(data) // 2])])
        try:
            with Memory(path, source="en", home=None) as memory:
                memory.fingerprints([*memory.origins()])
                memory.fuzzy("et", " ".join(WORDS), None)
                memory.exact("et", WORDS[0], None)
                memory.counts()
                fed(memory, unit("a"), fingerprint="2")
                everything(memory)
                noted += bool(memory.notes)
        except DamagedError:
            noted += 1
            with Memory(path, source="en", home=None) as memory:
                assert [*map(type, memory.notes), *everything(memory)] == [str]
                fed(memory, unit("a"))
                assert everything(memory) == [unit("a")]
    assert noted > 30


def test_a_folder_in_its_place_is_one_sentence(path):
    path.mkdir(parents=True)
    with pytest.raises(NewsdeskError) as caught:
        Memory(path, source="en", home=None)
    assert caught.value.path == str(path)


WRITER = """
import sys
from pathlib import Path
from translate.core.entries.remembered import MemoryUnit
from translate.memory.database import Feed, Memory
name, path = sys.argv[1:]
for turn in range(15):
    with Memory(Path(path), source="en", home=None) as memory:
        units = [MemoryUnit("et", f"{name} text {n} in {turn}", "t") for n in range(40)]
        memory.feed([Feed(f"{name}-{turn}", "1", units)])
        memory.forget([f"{name}-{turn - 1}"])
        assert memory.fuzzy("et", f"{name} text 3 in {turn}", None)
        assert not memory.notes, memory.notes
"""


def test_processes_that_write_at_once_wait_for_each_other(path):
    running = [subprocess.Popen([sys.executable, "-c", WRITER, name, str(path)]) for name in ("one", "two", "three")]
    assert [process.wait(120) for process in running] == [0, 0, 0]
    with Memory(path, source="en", home=None) as memory:
        assert {*memory.origins()} == {"one-14", "two-14", "three-14"}
        assert len(everything(memory)) == 120


ENDLESS = """
import sys
from pathlib import Path
from translate.core.entries.remembered import MemoryUnit
from translate.memory.database import Feed, Memory
with Memory(Path(sys.argv[1]), source="en", home=None) as memory:
    memory._connection.execute("PRAGMA cache_size = 10")  # So that half a transaction reaches the disk.
    for turn in range(10**9):
        units = [MemoryUnit("et", f"text {n} of file {turn}", "t") for n in range(500)]
        memory.feed([Feed(str(turn), "1", units)])
        print(turn, flush=True)
"""


@pytest.mark.parametrize("delay", [0.0, 0.013, 0.03, 0.05])
def test_a_process_killed_while_it_writes_leaves_whole_files_only(path, delay):
    with subprocess.Popen([sys.executable, "-c", ENDLESS, str(path)], stdout=subprocess.PIPE) as process:
        for _ in range(3):
            process.stdout.readline()
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        said = 3 + len(process.stdout.read().splitlines())
    with Memory(path, source="en", home=None) as memory:
        whole = len([*memory.origins()])
        assert whole in {said, said + 1}
        assert len(everything(memory)) == whole * 500
        assert memory._connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert len(memory.fuzzy("et", "text 7 of file 1", None)) > 0
        assert memory.notes == []


def test_a_path_that_leads_nowhere_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(NewsdeskError) as caught:
        Memory(tmp_path / "file" / "memory.sqlite", source="en", home=None)
    assert len(str(caught.value).splitlines()) == 1


@pytest.mark.parametrize("turn", [1, -1])
def test_a_translation_that_stands_in_a_file_twice_is_as_new_as_its_newest(memory, turn):
    twice = [unit("The sky.", "taevas", seen=f"{year}-01-01T00:00:00Z") for year in (2020, 2024)]
    fed(memory, *twice[::turn], unit("The sky.", "laotus", seen="2022-01-01T00:00:00Z"))
    assert memory.exact("et", "The sky.", None).unit == twice[1]
    fed(memory, twice[0], fingerprint="2")
    assert memory.exact("et", "The sky.", None).unit == twice[0]


# --- what an article has in common with another


def test_what_an_article_shares_with_each_file_that_has_this_very_translation_is_told(memory):
    no = unit("No.", "Ei.")
    fed(memory, no, unit("The ferry  left."), unit("It sank."))
    fed(memory, unit("No.", "Ei."), unit("It rained."), origin="b.po")
    fed(memory, unit("No.", "Nr."), unit("It sank."), origin="c.po")
    fed(memory, unit("No.", "Ei.", "headline"), unit("It rained."), origin="d.po")
    fed(memory, unit("No.", "Ei.", locale="ru"), unit("It rained.", locale="ru"), origin="e.tmx")
    fed(memory, unit("No.", "Ei."), unit("It rained.", locale="ru"), origin="f.tmx")
    asked = ["No.", "The ferry left.", "It sank.", "It rained.", "It burnt."]
    assert {frozenset(texts) for texts in memory.shared(no, asked)} == {
        frozenset({"The ferry left.", "It sank."}),
        frozenset({"It rained."}),
    }
    assert len(memory.shared(no, asked)) == 2
    assert memory.shared(no, []) == memory.shared(no, ["No."]) == memory.shared(unit("Yes.", "Jah."), ["No."]) == ()


def test_an_article_of_any_size_is_compared(memory):
    own = unit("No.", "Ei.")
    fed(memory, own, *(unit(f"Sentence {n}.") for n in range(1_200)))
    (shared,) = memory.shared(own, (f"Sentence {n}." for n in range(2_500)))
    assert len(set(shared)) == len(shared) == 1_200


def test_a_damaged_memory_shares_nothing(memory, path):
    own = unit("No.", "Ei.")
    fed(memory, own, unit("It sank."))
    with path.open("r+b") as file:
        file.write(b"x" * path.stat().st_size)
    assert memory.shared(own, ["It sank."]) == ()
    assert memory.notes


def test_a_text_is_as_like_another_as_its_words_are_whatever_its_tags(memory):
    linked = unit("The <a1>ferry</a1> left.", "<a1>Praam</a1> lahkus.")
    strong = unit("The <b1>ferry</b1> left.", "<b1>Praam</b1> lahkus.")
    fed(memory, linked, strong, unit("The <a1>storm</a1> came.", "<a1>Torm</a1> tuli."))
    for text in ("The ferry left.", "<i1>The ferry</i1> left."):
        assert [(hit.unit, hit.score) for hit in memory.fuzzy("et", text, None)] == [(linked, 1.0), (strong, 1.0)]
    assert [hit.unit for hit in memory.fuzzy("et", strong.source, None)] == [strong, linked]


def test_a_text_that_differs_in_its_tags_alone_is_found_and_its_very_own_is_not(memory):
    linked, bare = unit("The <a1>ferry</a1> left.", "<a1>Praam</a1> lahkus."), unit("The ferry left.", "Praam lahkus.")
    fed(memory, linked, bare, unit("The ferry left.", "Praami lahkumine", "headline"))
    assert [hit.unit for hit in memory.but_for_tags("et", bare.source, None)] == [linked]
    assert [hit.unit for hit in memory.but_for_tags("et", linked.source, None)] == [bare]
    assert {hit.unit for hit in memory.but_for_tags("et", "The <b1>ferry</b1> left.", None)} == {linked, bare}
    assert memory.but_for_tags("ru", "The <b1>ferry</b1> left.", None) == ()


def test_in_a_locale_of_which_nothing_is_remembered_nothing_is_looked_for_until_it_is_fed(memory):
    fed(memory, unit("The ferry left.", "Паром ушёл.", locale="ru"))
    assert memory.variants("et", "The ferry left.", None) == ()
    asked = []
    memory._connection.set_trace_callback(asked.append)
    assert memory.fuzzy("et", "The ferry left.", None) == memory.but_for_tags("et", "The ferry left.", None) == ()
    assert asked == []
    fed(memory, unit("The ferry left.", "Praam lahkus."), origin="locales/et/b.po")
    assert memory.exact("et", "The ferry left.", None).unit.target == "Praam lahkus."


SOME = [
    unit(source, target, kind, locale=locale)
    for source in ("a", "b")
    for target in ("x", "y")
    for kind in (None, "headline")
    for locale in ("et", "ru")
]


@tolerant
@given(
    st.lists(
        st.tuples(st.sampled_from(["1.po", "2.po", "3.po"]), st.none() | st.lists(st.sampled_from(SOME), max_size=5))
    )
)
def test_the_digest_of_a_locale_is_that_of_its_different_units_however_they_came(path, steps):
    path.unlink(missing_ok=True)
    held = {}
    with Memory(path, source="en", home=None) as memory:
        for origin, units in steps:
            if units is None:
                memory.forget([origin])
                held.pop(origin, None)
            else:
                fed(memory, *units, origin=origin)
                held[origin] = units
        digests = [memory.digest(locale) for locale in ("et", "ru", "lv")]
    path.unlink()
    different = {one for units in held.values() for one in units}
    with Memory(path, source="en", home=None) as memory:
        fed(memory, *sorted(different, key=repr), origin="other.tmx")
        assert [memory.digest(locale) for locale in ("et", "ru", "lv")] == digests


def test_different_units_have_different_digests_and_dates_and_files_make_no_difference(path):
    told = {}
    for one in SOME[:4] + SOME[8:12]:
        path.unlink(missing_ok=True)
        with Memory(path, source="en", home=None) as memory:
            told[one] = fed(memory, one).digest(one.locale), memory.digest("lv")
            fed(memory, replace(one, seen="2026-10-01T04:00:00Z"), origin="b.po")
            assert memory.digest(one.locale) == told[one][0]
    assert len({own for own, _ in told.values()} | {nothing for _, nothing in told.values()}) == 5


def test_a_feeding_that_fails_leaves_the_digest_as_it_was(memory):
    before = fed(memory, unit("a")).digest("et")

    def units():
        yield unit("b")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        memory.feed([Feed("b.po", "1", units())])
    fed(memory, unit("a", locale="ru"), origin="c.po")
    assert memory.digest("et") == before


@pytest.mark.parametrize("planted", ["x", 7, 1.5, bytes(100_000), ""])
def test_a_sum_that_newsdesk_has_not_written_crashes_nothing(memory, planted):
    fed(memory, unit("a"))
    memory._connection.execute("UPDATE total SET sum = ?", (planted,))
    fed(memory, unit("b"))
    assert isinstance(memory.digest("et"), str)
    memory.fuzzy("et", "a", None)
