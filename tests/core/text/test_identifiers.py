import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.core.text.identifiers import Identifier, Kind, blanked, identifiers, is_settled


def found(text: str) -> list[tuple[Kind, str]]:
    return [(one.kind, text[one.start : one.end]) for one in identifiers(text)]


def texts(text: str) -> list[str]:
    return [name for _, name in found(text)]


def test_an_identifier_says_its_kind_and_where_it_stands():
    assert identifiers("Ask @ferry_line!") == (Identifier(Kind.HANDLE, 4, 15),)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/ferry",
        "www.example.org",
        "news.example/Ferry?Day=Monday",
        "err.ee",
        "Booking.com",
        "bbc.co.uk/news#top",
        "http://localhost:8080/a(b)",
        "https://en.wikipedia.org/wiki/Frost_(band)",
        "https://ru.wikipedia.org/wiki/Паром",
        "192.168.0.1:8080/x",
        "пример.рф",
        "ftp://files.example.org/a",
    ],
)
def test_a_web_address_is_found_with_or_without_a_scheme(address):
    assert found(f"See {address}, or call.") == [(Kind.URL, address)]


@pytest.mark.parametrize(
    "address",
    [
        *("https://a", "night-desk@a.example", "desk@a.b-c.example"),
        *("http://a.example", "https://a.example", "HTTPS://A.EXAMPLE", "www.a.example", "WWW.a.example"),
        *("https://a.example/b?c=d&e=%20#f", "https://a.example/Frost_(band)", "https://a.example/((b)_(c))"),
        *("desk@a.example", "night.desk+1@a-b.example", "d@a.b.c.d.e.f.g.h.i", "Desk_1@A.Example", "www.ä.example"),
    ],
)
def test_an_address_is_found_whatever_stands_around_it_within_a_sentence(address):
    for text in (f"See {address} now.", f"See: {address}.", f"({address})", f"„{address}“", address, f"<{address}>"):
        assert texts(text) == [address]
    assert texts(f"{address}, {address}") == [address, address]


@pytest.mark.parametrize("behind", [*".,;:!?…'’*_)]", ").", ")).", "...", "’!"])
def test_what_a_sentence_puts_behind_an_address_is_none_of_it(behind):
    assert texts(f"See https://a.example/b{behind} Now") == ["https://a.example/b"]


@pytest.mark.parametrize("end", [*' <>"“”„«»|\\^`{}\n'])
def test_an_address_ends_where_none_of_its_characters_stands(end):
    assert texts(f"See https://a.example/b{end}c now") == ["https://a.example/b"]


@pytest.mark.parametrize("text", ["5 @ 3", "a.b", "desk@", "desk@home", "http://", "www.", "a://", "mailto: us"])
def test_what_looks_a_little_like_an_address_is_none(text):
    assert texts(f"See {text} now") == []


@pytest.mark.parametrize("host", ["NEWS.COM", "Booking.Com", "FERRY.ORG", "err.EDU"])
def test_the_commonest_ends_of_hosts_may_be_loud_where_no_sentence_begins_so(host):
    assert found(f"See {host} now") == [(Kind.URL, host)]
    assert texts("It ended.Is it late? It ended.Org has left. IT ENDED.IS IT LATE?") == []


def test_a_bracket_belongs_to_an_address_that_opens_it():
    assert texts("(See https://a.example/Frost_(band).)") == ["https://a.example/Frost_(band)"]
    assert texts("(See https://a.example/Frost_(band))") == ["https://a.example/Frost_(band)"]
    assert texts("See https://a.example/(b now") == ["https://a.example/(b"]
    assert texts("See https://a.example/(b. Now") == ["https://a.example/(b"]
    assert texts("(See https://a.example/Frost).") == ["https://a.example/Frost"]


def test_a_mail_address_has_no_longer_parts_than_mail_allows():
    assert texts("d" * 64 + "@a.example") == ["d" * 64 + "@a.example"]
    assert texts("d" * 65 + "@a.example") == []
    assert texts("d@" + "a" * 63 + "." + "b" * 63) == ["d@" + "a" * 63 + "." + "b" * 63]
    assert texts("d@" + "a" * 64 + ".example") == []
    assert texts("d@a.b.c.d.e.f.g.h.i.j") == ["d@a.b.c.d.e.f.g.h.i"]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (Kind.MAIL, "desk@example.org"),
        (Kind.HANDLE, "@err_ee"),
        (Kind.HANDLE, "@ada@fedi.example"),
        (Kind.HASHTAG, "#MeToo"),
        (Kind.HASHTAG, "#паром"),
        (Kind.HASHTAG, "#東京"),
        (Kind.HASHTAG, "＃渡船"),
        (Kind.HASHTAG, "#2026ferry"),
        (Kind.EMOJI, ":smile:"),
        (Kind.EMOJI, ":+1:"),
        (Kind.FILE, "README.md"),
        (Kind.FILE, "IMG_2034.JPG"),
        (Kind.FILE, "story.asp?StoryID=5"),
        (Kind.PATH, "/usr/bin"),
        (Kind.PATH, "~/notes"),
        (Kind.PATH, "C:\\Users\\Ada"),
        (Kind.PATH, "articles/news/storm.txt"),
        (Kind.PATH, "house/ferry-2.tar.gz"),
        (Kind.URL, "git@github.com:house/ferry.git"),
        (Kind.URL, "magnet:?xt=house"),
        (Kind.URL, "tel:+3725551234"),
        (Kind.VERSION, "v2.1.0"),
        (Kind.VERSION, "0.85.x"),
        (Kind.VERSION, "24.2.1"),
        (Kind.VERSION, "3.0.0-rc1"),
        (Kind.ACCOUNT, "EE38 2200 2210 2014 5685"),
        (Kind.ACCOUNT, "RF18539007547034"),
        (Kind.CATALOGUE, "978-3-16-148410-0"),
        (Kind.CATALOGUE, "10.1000/xyz123"),
        (Kind.CATALOGUE, "10.1000/xyz.txt"),
        (Kind.PLACEHOLDER, "%s"),
        (Kind.PLACEHOLDER, "%(name)s"),
        (Kind.PLACEHOLDER, "%1$d"),
        (Kind.PLACEHOLDER, "{name}"),
        (Kind.PLACEHOLDER, "{{ name }}"),
        (Kind.PLACEHOLDER, "${name}"),
        (Kind.PLACEHOLDER, "$name"),
        (Kind.PLACEHOLDER, "$HOME"),
        (Kind.HASH, "550e8400-e29b-41d4-a716-446655440000"),
        (Kind.HASH, "9fceb02d0ae5"),
    ],
)
def test_each_kind_is_found_in_the_middle_and_at_the_end_of_a_sentence(kind, name):
    assert found(f"It said {name} twice.") == [(kind, name)]
    assert found(f"It said “{name}”.") == [(kind, name)]
    assert found(f"It said ({name}).") == [(kind, name)]


@pytest.mark.parametrize(
    "text",
    [
        "It ended.The ferry left.",
        "She wrote on Yahoo! Mail.",
        "At 10 a.m. or 5 p.m., i.e. late, in the U.S. or St.Petersburg.",
        "On 10.5.2025 and 10.05.25 and 2025.5.10, at 19.30 or 19.30.15.",
        "They paid 1.050 or 1.050.000, or $3.5bn, or 100% de ellos, or 50 %.",
        "We are #1, they lost 5:2, 7-6 (7-5) and 10:30:45.",
        "He/she and/or AC/DC at 90 km/h on 24/7.",
        "From 1939-1945 it was 1000000 and “defaced”.",
        "EE38 2200 2210 2014 5686 is no account, 978-3-16-148410-1 no book.",
        "C# and C++, HER2, G7, 3D and Covid-19.",
        "work@home, a @ b, x#y",
        "On 12.31.2027 and 11.20.2025 and 11.20.25.",
        "Call 555.123.4567, 1.555.123.4567 or 06.12.34.56.78.",
        "Meet @5pm on the #19th, or @10km.",
        "He/she and/or AC/DC.The end, on 24/7.Then.",
        "It cost $USD 5, $US 5 and $NZ 5.",
    ],
)
def test_what_only_looks_like_an_identifier_is_none(text):
    assert found(text) == []


def test_what_a_hyphen_or_an_apostrophe_ties_to_a_name_is_no_part_of_it_and_a_letter_makes_another_word():
    assert found("Booking.com’s page") == [(Kind.URL, "Booking.com")]
    assert found("README.txt-i lugu, an err.ee-based one") == [(Kind.FILE, "README.txt"), (Kind.URL, "err.ee")]
    assert found("Booking.comis") == []


def test_a_handle_ends_where_the_next_sentence_begins_without_a_space():
    assert found("Ask @jaan.The ferry left.") == [(Kind.HANDLE, "@jaan")]
    assert found("Ask @ada.fedi.example.") == [(Kind.HANDLE, "@ada.fedi.example")]


@pytest.mark.parametrize(
    "text", ["It sank.no one knew", "the ferry.it’s gone", "the ferry.In 2025", "the ferry.in 2025"]
)
def test_a_sentence_that_goes_on_without_a_space_is_no_host(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("See paper.no.", "paper.no"),
        ("It was on paper.no that it stood", "paper.no"),
        ("paper.no", "paper.no"),
        ("the PaperNow.no one", "PaperNow.no"),
        ("the paper2.no one", "paper2.no"),
        ("the news.paper.no one", "news.paper.no"),
        ("the paper.no/a one", "paper.no/a"),
        ("a paper.ee one", "paper.ee"),
    ],
)
def test_whatever_else_tells_a_host_makes_it_one(text, host):
    assert found(text) == [(Kind.URL, host)]


def test_a_host_and_a_file_are_told_in_capitals_where_no_sentence_begins_so():
    assert found("BOOKING.COM and Booking.Com") == [(Kind.URL, "BOOKING.COM"), (Kind.URL, "Booking.Com")]
    assert found("It ended.It left.NO ONE") == []


def test_a_host_ends_where_a_script_without_spaces_goes_on():
    assert found("请访问err.ee了解") == [(Kind.URL, "err.ee")]
    assert found("请看https://err.ee/a。") == [(Kind.URL, "https://err.ee/a")]


def test_the_longest_of_what_begins_together_is_one_identifier():
    assert found("www.example.org/story.asp?to=desk@example.org&v=2.1.0") == [
        (Kind.URL, "www.example.org/story.asp?to=desk@example.org&v=2.1.0")
    ]


def test_an_account_number_ends_before_a_word_in_capitals():
    assert texts("EE38 2200 2210 2014 5685 A NEW") == ["EE38 2200 2210 2014 5685"]


def test_a_text_without_its_identifiers_keeps_every_offset():
    assert blanked("Ask @ada or #ferry.") == "Ask      or       ."
    assert blanked("Ask Ada") == "Ask Ada"


@pytest.mark.parametrize("text", ["***", "---", "“…”", "https://example.org/a", "@err_ee, #MeToo!", "%s", "• v2.1.0"])
def test_a_text_of_nothing_but_identifiers_and_signs_is_settled(text):
    assert is_settled(text)


@pytest.mark.parametrize("text", ["", " \n", "12", "19.30", "See err.ee", "1 %s", "東", "“a”"])
def test_a_text_with_a_word_or_a_number_of_its_own_is_not(text):
    assert not is_settled(text)


AWKWARD = st.text(st.sampled_from("aZ1x東é@#:/\\.-_%{}()$~?&=,“” vwcoe"), max_size=60)


@given(AWKWARD)
def test_identifiers_stand_in_order_overlap_nowhere_and_are_never_empty(text):
    end = 0
    for one in identifiers(text):
        assert end <= one.start < one.end <= len(text)
        assert not text[one.start : one.end].isspace()
        end = one.end


PIECES = (
    "a.", "a@", "@a.", "#a", "://", "http://", "%(", "{{a", "$a", "/a", "..", "1.", "1-", "AA11 ", "AA11AAAA", "~/",
    "C:\\", ":a", "a.b@", "www.", "x.ee/", "x.ee?(", "978-", "10.1000/", "a1b2c3d4-", "https://(a(", "+.", "é.",
    "9.9.9.9:8/", "a.com)", "10.1234/", "a/b.", "a.txt/", "a@b.c:d/", "a.no ", "@a.a", "magnet:?", "-/",
)  # fmt: skip


@pytest.mark.parametrize("piece", PIECES)
def test_a_hostile_text_is_looked_through_in_one_go(piece):
    # A pattern that tries all ways through it would not come back from this one.
    text = piece * 20_000
    assert all(one.end <= len(text) for one in identifiers(text))
