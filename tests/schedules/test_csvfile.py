import csv
import io
from pathlib import Path
from typing import ClassVar

import pytest
from hypothesis import strategies as st

from tests.schedules import broadcast
from tests.schedules.contract import ListContract
from translate.core.article import Facts, Kind, Segment
from translate.schedules.csvfile import CsvList

EXAMPLE = Path(__file__).parent / "examples" / "shows.csv"
HEADER = b"name,kind,max_length\n"


def read(text):
    return CsvList().read(text.encode(), "shows/a.csv")


class TestContract(ListContract):
    form = CsvList()
    readable: ClassVar = {
        "shows/example.csv": EXAMPLE.read_bytes(),
        "shows/generated.csv": broadcast.as_csv(broadcast.schedule()),
        "shows/mark.csv": "\ufeffTITLE;Kind\r\nÕhtu;film\r\n".encode(),
        "shows/tabs.tsv": b'name\tx\r"a\rb"\t1\rc\t2',
        "shows/told.csv": b"\xef\xbb\xbfsep=;\r\nname;x\r\nA, B;1\r\n",
        "shows/gap.csv": b'\n ,,\n"name",kind\n\nA,\n,,\n  B  ,film',
    }
    unreadable: ClassVar = {
        "empty": (b"", ": has no column “name”; the first line must name the columns"),
        "other": (b"\nshow,kind\nA,film\n", " line 2: has no column “name”"),
        "no-title": (HEADER, ": there is no title in the file"),
        "twice": (b"name,Name\nA,B\n", " line 1: has two columns “name”"),
        "both": (b"title,name\nA,B\n", " line 1: has both a column “name” and a column “title”"),
        "cells": (HEADER + b"A,film,3\nA, the B,film,3\n", " line 3: has more cells than columns"),
        "open": (HEADER + b'A,film,3\n"B,film,3\nC,,\n', " line 3: has a quotation mark that is never closed"),
        "inside": (HEADER + b'"A"b,film,3\n', " line 2: has a quotation mark in the middle of a cell"),
        "kind": (HEADER + b"A\n\nB,flim\n", " line 4: kind “flim” is unknown; did you mean “film”?"),
        "kind-unlike": (HEADER + b"A,xyz\n", " line 2: kind “xyz” is unknown; there is: series, show, episode, film"),
        "limit": (HEADER + b"A,,1001\n", " line 2: max_length is “1001”, and must be a whole number from 1 to 1,000"),
        "told": (b"sep=;\nname,kind\nA,film\n", " line 2: has no column “name”"),
        "told-alone": (b"sep=;\n", ": has no column “name”"),
        "told-other": (b"\nsep=|\nname|kind\nA|film\n", " line 2: has cells that “|” separates; save it with commas,"),
        "thousand": (HEADER + b'A,,"1,000"\n', " line 2: max_length is “1,000”, and must be a whole number"),
        "no-limit": (HEADER + b"A,,0\n", " line 2: max_length is “0”"),
        "half-limit": (HEADER + b"A,,40.5\n", " line 2: max_length is “40.5”"),
        "long-limit": (HEADER + b"A,," + b"9" * 9999 + b"\n", " line 2: max_length has 9,999 characters"),
        "day": (b"name,first_broadcast\nA," + b"2" * 41 + b"\n", " line 2: first_broadcast has 41 characters"),
        "long": (HEADER + b"A" * 501 + b"\n", " line 2: the title has 501 characters, where 500 are allowed"),
        "control": (HEADER + b"A\x1b\n", " line 2: U+001B (escape) stands in column 2; take it out"),
        "nothing": (b"\0" * 9, ": the file has 9 bytes of NUL and no text, as after a crash; fetch the list of titles"),
        "latin": (HEADER + b"\xd5htu\n", " line 2: byte 0xD5 is not UTF-8; the file looks like Latin-1"),
        "wide": ("name\nA\n".encode("utf-16"), " line 1: the file is not UTF-8 but looks like UTF-16"),
        "columns": (b"name" + b"," * 1001 + b"\nA\n", " line 1: has more cells than a list of titles has"),
        "cells-all": (
            b"name" + b",x" * 999 + (b"\nA" + b"," * 999) * 501,
            " line 501: has more cells than a list of titles has; split it into several",
        ),
        "many": (b"name\n" + b"A\n" * 50_001, ": the file has more than 50,000 titles; split it into several"),
    }

    @staticmethod
    def made(draw, names):
        delimiter = draw(st.sampled_from(",;\t"))
        end = draw(st.sampled_from(("\n", "\r\n", "\r")))
        quoting = draw(st.sampled_from((csv.QUOTE_MINIMAL, csv.QUOTE_ALL)))
        file = io.StringIO(newline="")
        writer = csv.writer(file, delimiter=delimiter, lineterminator=end, quoting=quoting)
        # Python's own writer leaves a line end bare that is not the one it writes.
        other = st.text(st.sampled_from('ab é,;\t"' + ("\n\r" if quoting == csv.QUOTE_ALL else "")), max_size=5)
        named = draw(st.integers(0, 2))
        writer.writerow([*("own", "kind", "x")[:named], draw(st.sampled_from(("name", "Title"))), "note"])
        for name in names:
            cells = [draw(other), draw(st.sampled_from(("", "film", "Episode"))), draw(other)]
            writer.writerow([*cells[:named], name, draw(other)])
            if draw(st.booleans()):
                file.write(draw(st.sampled_from(("\n", f" {delimiter}\r\n", "\r\r"))))
        return draw(st.sampled_from(("", "\ufeff"))).encode() + file.getvalue().encode()

    @staticmethod
    def names_in(data):
        text = data.decode("utf-8-sig")
        delimiter = next(each for each in ",;\t" if {"name", "title"} & {
            cell.strip('"').lower() for cell in text.splitlines()[0].split(each)
        })  # fmt: skip
        header, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        at = next(number for number, cell in enumerate(header) if cell in {"name", "Title"})
        return [row[at] for row in rows if len(row) > at and row[at].strip()]


def test_a_row_tells_all_that_is_known_of_a_title():
    document = CsvList().read(EXAMPLE.read_bytes(), "shows/shows.csv")
    assert document.segments[1:3] == (
        Segment(Kind.EPISODE, ("Part 3: The Letter",), 3, None, Facts(
            "Randa 1", "English", 60, "2026-11-30", "Directed by Liisu Tuulik, shot in Vesineeme",
        )),
        Segment(Kind.FILM, ("Nobody Leaves Kaarnaküla",), 4, None, Facts("Meri TV", "Swedish", 40, "2026-12-05")),
    )  # fmt: skip


def test_each_word_for_a_kind_is_known_whatever_its_capitals():
    words = {"series": Kind.SHOW, "SHOW": Kind.SHOW, "": Kind.SHOW, "Episode": Kind.EPISODE, "film": Kind.FILM,
             "Movie": Kind.FILM, "segment": Kind.PART, "part": Kind.PART}  # fmt: skip
    document = read("name,kind\n" + "".join(f"A,{word}\n" for word in words))
    assert [segment.kind for segment in document.segments] == list(words.values())


@pytest.mark.parametrize("told", ["sep=;", "SEP=;", '"sep=;"', "\n;;\nsep=;\n"])
def test_a_first_line_may_say_what_separates_the_cells(told):
    document = read(f"{told}\r\n\r\nkind;name\r\nfilm;A, B\r\n")
    assert [(segment.text, segment.kind) for segment in document.segments] == [("A, B", Kind.FILM)]
    assert document.frame[0] == f"{told}\r\n\r\nkind;name\r\nfilm;"


def test_what_a_first_line_says_holds_whatever_the_header_looks_like():
    assert [segment.text for segment in read("sep=\t\nname\tx,name,y\nA,B\t\n").segments] == ["A,B"]


@pytest.mark.parametrize("told", ["20", "20.0", "20,0", "20.00", " 020 "])
def test_a_limit_is_a_whole_number_however_a_spreadsheet_writes_it(told):
    assert read(f"name;max_length\nA;{told}\n").segments[0].facts.limit == 20


def test_a_cell_of_several_lines_is_one_title_and_does_not_shift_the_lines_below():
    document = read('name,note\n"One\r\n  two","a\n\nb"\n"Three ""four"""\n')
    assert [(s.text, s.line, s.facts.note) for s in document.segments] == [
        ("One two", 2, "a b"),
        ('Three "four"', 6, ""),
    ]


def test_a_cell_keeps_its_quotation_marks_and_has_them_where_it_must():
    document = read('name;x\n"A";1\n B ;2\nC;3\n')
    written = CsvList().write(document, ["Üks", "Kaks, „kolm“", "Neli"], "et")
    assert written.decode() == 'name;x\n"Üks";1\n"Kaks, „kolm“";2\nNeli;3\n'


def test_rows_without_a_name_are_passed_over_and_noted():
    assert read("name,kind\nA,film\n,film\n").notes == ("has no name in line 3, which is passed over",)
    document = read("kind,name\n\n;,;\n,\nfilm\nfilm,A\nfilm,  \n".replace(";", ""))
    assert [segment.text for segment in document.segments] == ["A"]
    assert document.notes == ("has 2 titles without a name, which are passed over; the first is in line 5",)


def test_a_column_that_may_be_a_slip_of_the_pen_is_noted():
    assert read("name,max_lenght,studio\nA,3,1\n").notes == (
        "has “max_lenght”, which is kept but not read; did you mean “max_length”?",
    )
