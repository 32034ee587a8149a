"""A download ends with the whole file or with one clear sentence, whatever the server does."""

import os
import signal
import subprocess
import sys
from dataclasses import replace

import pytest

from tests.models.server import HASTY, PATIENT, chunked, head, serving, silent, status, trickling, trickling_head
from tests.patience import wait_until
from translate.errors import ModelError
from translate.models.download import discard, download

DATA = os.urandom(300_000)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "x.argosmodel"


def fails(links, file, **options):
    with pytest.raises(ModelError) as caught:
        download(links, file, limits=options.pop("limits", PATIENT), **options)
    assert not file.exists()
    assert "\n" not in str(caught.value)
    return str(caught.value)


def left(file):
    return sorted(path.name for path in file.parent.iterdir())


def test_a_file_is_fetched_with_its_progress(server, file):
    link = server.at("/x", serving(DATA))
    told = []
    assert download([link], file, progress=lambda done, total: told.append((done, total)), limits=PATIENT) == link
    assert file.read_bytes() == DATA
    assert told[-1] == (len(DATA), len(DATA))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    discard(file)
    assert left(file) == []


def test_a_transfer_that_breaks_off_goes_on_where_it_was(server, file):
    link = server.at("/x", serving(DATA, pieces=200_000))
    download([link], file, limits=PATIENT)
    assert file.read_bytes() == DATA
    assert server.asked == [("/x", None), ("/x", "bytes=200000-")]


def test_attempts_that_bring_a_lot_do_not_count_as_failures(server, file):
    data = os.urandom(6 * 1024**2)
    link = server.at("/x", serving(data, pieces=1024**2 + 1))
    download([link], file, limits=PATIENT)
    assert file.read_bytes() == data
    assert len(server.asked) == 6


def test_attempts_that_bring_little_are_given_up_but_what_came_is_kept(server, file):
    link = server.at("/x", serving(DATA, pieces=1000))
    assert "broke off" in fails([link], file)
    assert len(server.asked) == 2
    assert (file.parent / "x.argosmodel.part").read_bytes() == DATA[:2000]


def test_a_server_without_ranges_is_asked_for_the_whole_again(server, file):
    server.at("/x", serving(DATA, pieces=100_000))
    fails([server.address + "/x"], file, limits=replace(PATIENT, retries=0))
    link = server.at("/x", serving(DATA, ranges=False))
    download([link], file, limits=PATIENT)
    assert file.read_bytes() == DATA


@pytest.mark.parametrize("etag", ['"2"', "", 'W/"2"'])
def test_a_file_that_changed_on_the_server_is_not_pieced_together(server, file, etag):
    link = server.at("/x", serving(DATA, pieces=100_000))
    fails([link], file, limits=replace(PATIENT, retries=0))
    other = os.urandom(310_000)
    server.at("/x", serving(other, etag=etag))
    download([link], file, limits=PATIENT)
    assert file.read_bytes() == other


def test_a_server_that_knows_if_range_tells_at_once_that_a_file_changed(server, file):
    link = server.at("/x", serving(DATA, pieces=100_000))
    fails([link], file, limits=replace(PATIENT, retries=0))
    server.at("/x", serving(DATA[::-1], etag='"2"'))
    download([link], file, limits=PATIENT)
    assert file.read_bytes() == DATA[::-1]
    assert len(server.asked) == 2


def test_parts_from_two_links_are_not_pieced_together(server, file):
    first = server.at("/first", serving(DATA, pieces=100_000, etag=""))
    second = server.at("/second", serving(DATA[::-1], etag=""))
    assert download([first, second], file, limits=replace(PATIENT, retries=0)) == second
    assert file.read_bytes() == DATA[::-1]


def test_the_link_that_we_have_a_part_from_is_asked_first(server, file):
    second = server.at("/second", serving(DATA, pieces=100_000))
    fails([second], file, limits=replace(PATIENT, retries=0))
    first = server.at("/first", serving(DATA))
    server.at("/second", serving(DATA))
    assert download([first, second], file, limits=PATIENT) == second
    assert server.asked[1:] == [("/second", "bytes=100000-")]


def test_a_server_that_ignores_if_range_is_found_out_by_its_tag(server, file):
    link = server.at("/x", serving(DATA, pieces=100_000))
    fails([link], file, limits=replace(PATIENT, retries=0))
    other = os.urandom(300_000)

    def careless(handler):
        del handler.headers["If-Range"]
        serving(other, etag='"2"')(handler)

    server.at("/x", careless)
    download([link], file, limits=PATIENT)
    assert file.read_bytes() == other
    assert server.asked[-2:] == [("/x", "bytes=100000-"), ("/x", None)]


def test_another_part_than_was_asked_for_is_thrown_away(server, file):
    link = server.at("/x", serving(DATA, pieces=100_000))
    fails([link], file, limits=replace(PATIENT, retries=0))

    def shifted(handler):
        if handler.headers.get("Range"):
            tags = {"ETag": '"1"', "Content_Range": f"bytes 100001-{len(DATA) - 1}/{len(DATA)}"}
            head(handler, 206, Content_Length=len(DATA) - 100_001, **tags)
            handler.wfile.write(DATA[100_001:])
        else:
            serving(DATA)(handler)

    server.at("/x", shifted)
    download([link], file, limits=PATIENT)
    assert file.read_bytes() == DATA


def test_a_part_that_the_server_cannot_go_on_from_is_thrown_away(server, file):
    link = server.at("/x", serving(DATA, pieces=100_000))
    fails([link], file, limits=replace(PATIENT, retries=0))
    server.at("/x", serving(DATA[:50_000], etag=""))
    download([link], file, limits=PATIENT)
    assert file.read_bytes() == DATA[:50_000]


@pytest.mark.parametrize("note", [b"", b"[]", b'{"link": 5, "validator": "", "total": null}', b"\xff", b"[" * 100_000])
def test_a_part_whose_note_is_broken_is_thrown_away(server, file, note):
    file.with_name("x.argosmodel.part").write_bytes(b"something else")
    file.with_name("x.argosmodel.part.json").write_bytes(note)
    download([server.at("/x", serving(DATA))], file, limits=PATIENT)
    assert file.read_bytes() == DATA


def test_a_file_that_was_whole_when_we_died_is_not_fetched_again(server, file):
    link = server.at("/x", serving(DATA))
    download([link], file, limits=PATIENT)
    assert download(["http://127.0.0.1:1/", link], file, limits=PATIENT) == link
    assert file.read_bytes() == DATA
    assert len(server.asked) == 1


def test_a_body_of_unknown_length_is_fetched(server, file):
    download([server.at("/x", chunked(DATA))], file, limits=PATIENT)
    assert file.read_bytes() == DATA


def test_a_body_of_unknown_length_that_breaks_off_is_noticed(server, file):
    assert "broke off" in fails([server.at("/x", chunked(DATA, whole=False))], file)


def test_a_length_that_promises_too_much_is_noticed(server, file):
    def boasting(handler):
        head(handler, 200, Content_Length=len(DATA) + 1)
        handler.wfile.write(DATA)

    assert "broke off" in fails([server.at("/x", boasting)], file)


def test_the_next_link_is_tried_when_one_is_of_no_use(server, file):
    bad = [
        "ipfs://QmExample",
        "ftp://127.0.0.1/x",
        "http://",
        "http://[/",
        "http://127.0.0.1:1/x",
        server.at("/404", status(404)),
        server.at("/500", status(500)),
        server.at("/loop", status(302, Location="/loop")),
        server.at("/away", status(302, Location="file:///etc/passwd")),
    ]
    good = server.at("/good", status(301, Location="/moved"))
    server.at("/moved", serving(DATA))
    assert download([*bad, good], file, limits=PATIENT) == good
    assert file.read_bytes() == DATA
    paths = [path for path, _ in server.asked]
    assert (paths.count("/404"), paths.count("/500"), paths.count("/loop")) == (1, 2, 6)


def test_every_reason_is_told_when_no_link_is_of_use(server, file):
    links = [server.at("/404", status(404)), "http://user:secret@127.0.0.1:1/x"]
    told = fails(links, file)
    assert "/404: HTTP status 404; http://127.0.0.1:1/x: Connection refused" in told
    assert "secret" not in told


def test_links_of_other_kinds_are_not_followed(file):
    assert "no http or https link" in fails(["ipfs://x", "file:///etc/passwd"], file)


@pytest.mark.parametrize("behaviour", [silent, trickling, trickling_head])
def test_a_server_that_hangs_is_given_up(server, file, behaviour):
    told = fails([server.at("/x", behaviour)], file, limits=HASTY)
    assert "no answer in time" in told or "hardly anything came" in told
    wait_until(lambda: len(server.asked) == 2)  # On a busy machine the server may read a question when we are gone.


def test_a_redirect_with_an_endless_body_is_not_read(server, file):
    def endless(handler):
        head(handler, 302, Location="/good")
        while not handler.server.over.is_set():
            handler.wfile.write(bytes(100_000))

    server.at("/good", serving(DATA))
    download([server.at("/x", endless)], file, limits=PATIENT)
    assert file.read_bytes() == DATA


def test_a_file_larger_than_the_limit_is_not_kept(server, file):
    small = replace(PATIENT, max_bytes=100_000)
    assert "larger than 100000 bytes" in fails([server.at("/x", serving(DATA))], file, limits=small)
    assert "larger than 100000 bytes" in fails([server.at("/y", chunked(DATA))], file, limits=small)
    assert left(file) == []


def test_a_compressed_answer_is_refused(server, file):
    def compressed(handler):
        head(handler, 200, Content_Length=10, Content_Encoding="gzip")
        handler.wfile.write(bytes(10))

    assert "compressed" in fails([server.at("/x", compressed)], file)


def only(data):
    def check(path):
        if path.read_bytes() != data:
            raise ModelError("it is not what it should be")

    return check


def test_a_file_that_is_not_what_it_should_be_is_left_for_the_next_link(server, file):
    page = server.at("/page", serving(b"<html>Please log in</html>"))
    good = server.at("/x", serving(DATA))
    assert download([page, good], file, check=only(DATA), limits=PATIENT) == good
    assert server.asked == [("/page", None), ("/x", None)]
    assert "it is not what it should be" in fails([page], file, check=only(b""))


def test_a_file_pieced_together_wrongly_is_fetched_anew(server, file):
    link = server.at("/x", serving(DATA, pieces=100_000, etag=""))
    fails([link], file, limits=replace(PATIENT, retries=0))
    other = os.urandom(len(DATA))
    server.at("/x", serving(other, etag=""))
    download([link], file, check=only(other), limits=PATIENT)
    assert file.read_bytes() == other


def test_a_folder_that_cannot_be_written_to_is_told(server, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ModelError, match="cannot be written: Not a directory"):
        download([server.at("/x", serving(DATA))], tmp_path / "file" / "x", limits=PATIENT)


FETCH = """
import sys
from pathlib import Path
from translate.models.download import download
download([sys.argv[1]], Path(sys.argv[2]))
"""


def test_a_killed_download_goes_on_in_the_next_process(server, file):
    link = server.at("/x", serving(DATA, wait=silent))
    process = subprocess.Popen([sys.executable, "-c", FETCH, link, file])
    part = file.with_name("x.argosmodel.part")
    # Whole chunks reach the disk when Python's buffer is full.
    wait_until(lambda: process.poll() is not None or (part.exists() and part.stat().st_size > 100_000))
    assert process.poll() is None
    process.send_signal(signal.SIGKILL)
    process.wait()
    have = part.stat().st_size
    server.at("/x", serving(DATA))
    download([link], file, limits=PATIENT)
    assert file.read_bytes() == DATA
    assert server.asked == [("/x", None), ("/x", f"bytes={have}-")]
