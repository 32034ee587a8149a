"""Catalogs and prose as hypothesis draws them."""

from hypothesis import strategies as st

from translate.core.entries.catalog import Catalog, Entry, Header

HEADER = Header(
    fields=(
        ("Project-Id-Version", "example-news"),
        ("PO-Revision-Date", "2026-10-01 04:00+0000"),
        ("Last-Translator", "A. Person <a@example.org>"),
        ("Language-Team", "Estonian <et@example.org>"),
        ("Language", "et"),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=UTF-8"),
        ("Content-Transfer-Encoding", "8bit"),
        ("Plural-Forms", "nplurals=2; plural=(n != 1);"),
    ),
)

_LATIN = """the government said on Monday that it would raise wage õhtul järgmisel ütles naïve café minister’s don't
    “quoted” „nii“ ‘so’ «ainsi» (aside) [1] {x} — – - well-known and/or 1,050 €1,050 50% $3.50 10:30 3.5. U.S. etc. ...
    … wow! no? yes; so: #tag @desk a_b x=y C++ 20° 5\u00a0km §3 ½ © ™ × → • "said" \\back a\tb a\u00adb a\u200bb
    https://www.example.org/news/2025/some-very-long-address?article=1050&lang=et#part-3 desk@example.org
    Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorsitzender"""
_CYRILLIC = """Правительство заявило «цитата» что министр, повышение 1\u00a0050 руб. г. № 5 і її об’єкт – пропозиція
    (див.) т.д. й\u0306 Ё"""
_ASIAN = """政府は月曜日、最低賃金を引き上げると発表した。「これは大きな一歩だ」 と大臣は述べた（ロイター） 2025年
    APEC会議 テレビ・ラジオ ショー 중국 정부는 발표했다. 《新闻》 ，、！？ 1,050円 100％ ABC（放送）"""
_EMOJI = "👩\u200d🚀 👍🏽 ❤\ufe0f 🇪🇪 ★"


def _sentences(words: str, spaces: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.tuples(st.lists(st.sampled_from(words.split()), min_size=1, max_size=50), st.sampled_from(spaces)).map(
        lambda drawn: drawn[1].join(drawn[0])
    )


prose = st.tuples(
    st.one_of(
        _sentences(_LATIN, (" ",)),
        _sentences(_CYRILLIC, (" ",)),
        _sentences(_ASIAN, ("", " ")),
        _sentences(f"{_LATIN} {_CYRILLIC} {_ASIAN} {_EMOJI}", (" ", "", "\n")),
    ),
    st.sampled_from(["", "", "\n", " ", "\nlast line"]),
).map("".join)

anything = st.text(
    st.one_of(
        st.sampled_from('"\\\n\t\r\v\f\a\b\x1c\x85\u2028\u2029\ufeff\u2068\u2069\ud7ff\ue000 #~|x中'),
        st.characters(exclude_categories=["Cs"], exclude_characters="\0\x04"),
    ),
    max_size=20,
)
_line = anything.map(lambda text: text.replace("\n", " ").rstrip("\r"))
_lines = st.lists(_line, max_size=3).map(tuple)
_optional = st.none() | anything
_fields = st.lists(st.tuples(st.from_regex(r"\A[A-Z][a-z]{1,9}\Z"), _line), max_size=4).map(tuple)


@st.composite
def entries(draw: st.DrawFn, text: st.SearchStrategy[str] = anything) -> Entry:
    """An entry of any kind; its references and flags stand as gettext orders them."""
    plural = draw(st.none() | text)
    previous = draw(st.none() | text)
    return Entry(
        msgid=draw(text.filter(bool)),
        msgstr=draw(text) if plural is None else "",
        msgctxt=draw(st.none() | text),
        msgid_plural=plural,
        msgstr_plural=() if plural is None else tuple(draw(st.lists(text, min_size=1, max_size=6))),
        comments=draw(_lines),
        extracted=draw(_lines),
        references=tuple(draw(st.lists(st.from_regex(r"\A[a-zõ./-]{1,30}:[1-9]\Z"), max_size=5, unique=True))),
        flags=draw(st.sampled_from([(), ("fuzzy",), ("fuzzy", "c-format", "no-python-format", "no-wrap")])),
        previous_msgctxt=None if previous is None else draw(st.none() | text),
        previous_msgid=previous,
        previous_msgid_plural=None if previous is None else draw(st.none() | text),
        obsolete=draw(st.booleans()),
        unknown=draw(st.sampled_from([(), ("#! a note of some tool",)])),
    )


catalogs = st.builds(
    Catalog,
    st.builds(Header, _fields, _lines, st.booleans()),
    st.lists(entries(), max_size=6, unique_by=lambda entry: entry.key).map(
        lambda drawn: tuple(sorted(drawn, key=lambda entry: entry.obsolete))
    ),
)
