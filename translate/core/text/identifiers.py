"""Find what stays as it is in every language: addresses, handles, hashtags, file names, placeholders.

Whoever cuts, drafts, matches or checks a text asks here which of its spans nobody translates. A name of a host or of a
file needs no scheme and no path: a sentence goes on in a capital, so ``err.ee`` is a host, and ``ended.The`` is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import islice

from translate import patterns
from translate.core.text.tags import STANDING
from translate.values import dataclass


class Kind(StrEnum):
    """What kind of thing an identifier names, in a reader's words."""

    URL = "web address"
    MAIL = "mail address"
    HANDLE = "handle"
    HASHTAG = "hashtag"
    EMOJI = "emoji code"
    FILE = "file name"
    PATH = "path"
    VERSION = "version"
    ACCOUNT = "account number"
    CATALOGUE = "catalogue number"
    """ISBN, ISSN, DOI."""
    PLACEHOLDER = "placeholder"
    HASH = "hash"
    """UUIDs, too."""
    CODE = "code"
    """A tag that stands for words (`tags.STANDING`)."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """A span of a text that stays as it is."""

    kind: Kind
    start: int
    """Offset of its first character in the text."""
    end: int


@lru_cache(maxsize=1024)  # A text is matched, cut, drafted and merged, among those of a few articles.
def identifiers(text: str) -> tuple[Identifier, ...]:
    """Find the identifiers of a text in any language.

    Args:
        text: Any text, however long.

    Returns:
        From left to right, no two overlapping; of several that begin together, the longest.
    """
    if not any(hint.search(text) for hint in _HINTS):
        return ()
    found = [one for sign, find in _FINDERS if sign.search(text) for one in find(text)]
    taken: list[Identifier] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not taken or one.start >= taken[-1].end:
            taken.append(one)
    return tuple(taken)


def spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where the identifiers of a text stand."""
    return tuple((one.start, one.end) for one in identifiers(text))


def blanked(text: str) -> str:
    """A text with spaces in the places of its identifiers, for whoever looks for something else; offsets stay."""
    parts: list[str] = []
    start = 0
    for one in identifiers(text):
        parts += (text[start : one.start], " " * (one.end - one.start))
        start = one.end
    return "".join((*parts, text[start:])) if parts else text


def is_apart(text: str, start: int, end: int) -> bool:
    """Whether nothing is tied to what stands there, so that it is no part of another identifier."""
    return bool(_APART_BEFORE.match(text, start) and _APART_BEHIND.match(text, end))


def has(text: str, identifier: str, *, ending: bool = True) -> bool:
    """Whether an identifier stands in a text with nothing tied to it.

    Args:
        text: Any text.
        identifier: As it is.
        ending: Whether an ending may be: ``@err_ee-s``, ``err.ee/a’ya``.
    """
    places = ((at, at + len(identifier)) for at in islice(_places(text, identifier), _MOST))
    return any(is_apart(text, start, _without_ending(text, end) if ending else end) for start, end in places)


def _without_ending(text: str, end: int) -> int:
    """Where the ending ends that follows; the same place where none does."""
    ending = _ENDING.match(text, end)
    return ending.end() if ending else end


def _places(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def is_settled(text: str) -> bool:
    """Whether a text is nothing but identifiers and signs, so that every language has it as it is; blanks are not."""
    return bool(text) and not text.isspace() and not any(map(str.isalnum, blanked(text)))


_LETTER = (
    r"0-9A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0300-\u0373\u0376-\u037d\u037f\u0386\u0388-\u0556\u0561-\u0587"
    r"\u05d0-\u05ea\u0620-\u0669\u066e-\u06d3\u06d5-\u06fc\u0900-\u0963\u0966-\u0dff\u10a0-\u10fa"
    r"\u1e00-\u1fff"
)
"""Letters, their marks and digits of the scripts that part words from what follows: in the others, and in Korean with
its particles, a name of a host ends where the Latin letters do."""
_ANY = rf"\w{_LETTER}\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200c"
"""The same of all scripts, for hashtags."""
_TAIL = r"[^\s<>\"“”„«»‹›|\\^`{}\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]"
"""What an address may go on with; other scripts' letters stand in the paths of readable ones."""
_BEHIND = ".,;:!?…'’‘*_)]"
"""What a sentence puts behind an address, and an address does not end with."""
_APART_BEFORE = patterns.compile(rf"(?<![{_LETTER}@#/])(?<![0-9A-Za-z_][-.+])")
_APART_BEHIND = patterns.compile(rf"(?![{_LETTER}]|[-.,:/@][{_LETTER}])")
_ENDING = patterns.compile(r"[-‑'’:][^\W\d_]{1,4}")
"""What ties an ending to a name that does not change, in Estonian, Finnish or Turkish."""
_MOST = 1000
"""Places of a text that are looked at for one."""
# Each begins with a sign: what stands before it would be tried at every character.
_HINTS = (
    patterns.compile(r"[@#＃%{$/\\]"),
    patterns.compile(r":[\w+?-]"),
    patterns.compile(rf"\.(?<=[\w.]\.)[{_LETTER}]"),
    patterns.compile(r"\d(?:\w{5}|(?<=[\w-]{7}\d)|(?<=[A-Z]{2}\d)\d)"),
    patterns.compile(r"[0-9A-Fa-f][0-9A-Fa-f]{6}"),
)
"""Of which every text with an identifier has one; most texts have none."""

_SCHEME = patterns.compile(
    rf"(?<![{_LETTER}@])(?:[A-Za-z][A-Za-z0-9+.-]{{1,15}}://|(?:www\.|mailto:)(?=[{_LETTER}])"
    rf"|(?-i:magnet:\?|(?:sip|spotify|urn|xmpp):(?=[{_LETTER}])|(?:sms|tel):(?=\+?\d))){_TAIL}{{1,2000}}",
    re.IGNORECASE,
)
_DOTTED = patterns.compile(
    rf"(?<![{_LETTER}.@+~-])[{_LETTER}+~-]{{1,100}}(?:\.[{_LETTER}+~-]{{1,63}}){{1,9}}(?![{_LETTER}@])"
)
_GOES_ON = patterns.compile(rf"(?::\d{{1,5}}(?!\d))?(?:[/?#](?:{_TAIL}){{0,2000}})?")
_MAIL = patterns.compile(
    rf"(?<![{_LETTER}.+%@-])[{_LETTER}.+%-]{{1,64}}@[{_LETTER}-]{{1,63}}(?:\.[{_LETTER}-]{{1,63}}){{1,8}}"
    rf"(?P<there>:[{_LETTER}.~+-]{{1,100}}(?:/[{_LETTER}.~+-]{{1,100}}){{1,20}})?"
)
"""With a path it is a place on another machine: ``git@github.com:house/ferry.git``."""
_HANDLE = patterns.compile(
    rf"(?<![{_LETTER}@./])@(?=[\d_]{{0,60}}[^\W\d])(?!\d{{1,6}}[A-Za-z]{{1,2}}(?![{_LETTER}]))"
    rf"[{_LETTER}]{{1,60}}(?:(?:-|\.(?=[a-z\d_]))[{_LETTER}]{{1,60}}){{0,5}}"
    rf"(?:@[{_LETTER}-]{{1,63}}(?:\.[{_LETTER}-]{{1,63}}){{1,8}})?"
)
"""Not ``@5pm``, and no sentence that begins without a space: ``@jaan.The``."""
_HASHTAG = patterns.compile(
    rf"(?<![{_LETTER}&/#])[#＃](?=[\d_]{{0,60}}[^\W\d_])(?!\d{{1,6}}(?:st|nd|rd|th|er|re)(?![{_ANY}]))[{_ANY}]{{1,140}}"
)
"""Not ``#19th``."""
_EMOJI = patterns.compile(r"(?<![\w:]):(?=[\w+-]*[a-z]|[+-]1:)[a-z0-9+-][a-z0-9_+-]{1,40}:(?![\w:])")
_PATH = patterns.compile(
    rf"(?<![{_LETTER}/.:~\\<])(?:(?:~|\.{{1,2}})/[{_LETTER}.+@-]{{1,100}}|/[{_LETTER}.+@-]{{1,100}}/[{_LETTER}.+@-]{{1,100}})"
    rf"(?:/[{_LETTER}.+@-]{{1,100}}){{0,30}}/?"
    rf"|(?<![{_LETTER}])(?:[A-Za-z]:\\|\\\\[{_LETTER}.-]{{1,63}}\\)[^\s:*?\"<>|“”„«»]{{0,250}}"
    rf"|(?<![{_LETTER}.+@~/\\:-])(?:[{_LETTER}.+@~-]{{1,100}}/){{1,30}}[{_LETTER}.+~-]{{0,99}}\.(?P<extension>[0-9A-Za-z]{{1,8}})(?![{_LETTER}@])"
)
"""Without a root only where it ends in the name of a file: ``news/storm.txt``, and not ``and/or``."""
_VERSION = patterns.compile(
    rf"(?<![{_LETTER}.,:/-])(?:[vV]\d{{1,5}}(?:\.\d{{1,9}}){{1,4}}|\d{{1,5}}(?:\.\d{{1,9}}){{2,4}}|\d{{1,5}}(?:\.\d{{1,9}}){{0,3}}\.[xX*])"
    r"(?:[-+]?(?:alpha|beta|rc|dev|pre|post|a|b)[.-]?\d{0,4})?(?![\w])(?!\.\d)"
)
_DATE = patterns.compile(
    r"(?:(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])\.(?:0?[1-9]|[12]\d|3[01]))\.(?:\d\d|\d{4})"
    r"|(?:1[5-9]|20)\d\d\.\d\d?\.\d\d?"
)
"""Days, months and years in the orders that people have for them."""
_PHONE = patterns.compile(r"0\d[\d.]*|(?:\d{1,3}\.)?\d{3}\.\d{3}\.\d{4}")
_TIME = patterns.compile(r"(?:[01]?\d|2[0-4])\.[0-5]\d\.[0-5]\d")
_THOUSANDS = patterns.compile(r"\d{1,3}(?:\.\d{3})+")
_HOST_NUMBER = patterns.compile(r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)")
_ACCOUNT = patterns.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]{4}){2,7}(?:[ \u00a0]?[A-Z0-9]{1,3})?(?!\w)")
_SHORTEST_ACCOUNT = 12
"""Characters."""
_ISBN = patterns.compile(
    r"(?:(?<!\w)ISBN(?:-1[03])?:?[ \u00a0]?)?(?<![\w-])(?P<digits>(?:97[89][- ]?)?\d(?:[- ]?\d){8}[- ]?[\dX])(?![\w-])"
)
_OLD_ISBN = 10
"""Digits."""
_ISSN = patterns.compile(r"(?<!\w)(?:e-?)?ISSN(?:-L)?:?[ \u00a0]?(?P<digits>\d{4}-\d{3}[\dX])(?!\w)")
_DOI = patterns.compile(r"(?<![\w./])10\.\d{4,9}/[\w.;()/:-]{1,200}")
_CODE = patterns.compile(rf"<(?:{'|'.join(sorted(STANDING))})[1-9][0-9]{{0,3}}/>")
_PLACEHOLDER = patterns.compile(
    r"(?<![\d%])%(?:\(\w{1,64}\)|\d{1,2}\$)?[-+#0]{0,3}\d{0,3}(?:\.\d{1,3})?(?:hh?|ll?|[Lzjt])?[diouxXeEfgGcrsaA@](?!\w)"
    r"|(?<![\w%$])[%$]?\{\w[\w.:!,-]{0,64}\}|\{\{\s?[\w.:|-]{1,64}\s?\}\}|\$\{[\w.:-]{1,64}\}|%\{\w{1,64}\}"
    r"|\{\w{0,64}\}|(?<![\w$])\$(?:(?!bn\b|mn\b|tn\b|mln\b|mrd\b)[a-z_]\w{1,63}|[A-Z][A-Z_]{3}[A-Z0-9_]{0,60}(?!\w))"
)
_HASH = patterns.compile(
    r"(?<![\w-])(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{7,128})(?![\w-])"
    r"|(?<![\w-])(?:[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}|[0-9A-F]{7,128})(?![\w-])"
)
_CHANGES = patterns.compile(r"(?<=[0-9])[A-Fa-f]|(?<=[A-Fa-f])[0-9]")

_COUNTRIES = """
ac ad ae af ag ai al am ao aq ar as at au aw ax az ba bb bd be bf bg bh bi bj bm bn bo br bs bt bw by bz ca cc cd cf cg
ch ci ck cl cm cn co cr cu cv cw cx cy cz de dj dk dm do dz ec ee eg er es et eu fi fj fk fm fo fr ga gd ge gf gg gh gi
gl gm gn gp gq gr gs gt gu gw gy hk hm hn hr ht hu id ie il im in io iq ir is it je jm jo jp ke kg kh ki km kn kp kr kw
ky kz la lb lc li lk lr ls lt lu lv ly ma mc md me mg mh mk ml mm mn mo mp mq mr ms mt mu mv mw mx my mz na nc ne nf ng
ni nl no np nr nu nz om pa pe pf pg ph pk pl pm pn pr ps pt pw py qa re ro rs ru rw sa sb sc sd se sg sh si sk sl sm sn
so sr ss st su sv sx sy sz tc td tf tg th tj tk tl tm tn to tr tt tv tw tz ua ug uk us uy uz va vc ve vg vi vn vu wf ws
ye yt za zm zw рф бел укр срб мкд қаз
"""
_OTHERS = """
com org net edu gov mil int info biz name pro aero asia cat coop jobs mobi museum post tel travel app blog cloud club
design dev digital email fyi global guru host icu life link live media news ngo ninja online page press radio red site
shop show social space store studio tech today tools top tours video wiki work world xyz zone berlin london nyc paris
eus gal swiss scot wales africa bzh example test invalid localhost onion москва дети онлайн сайт орг
"""
_DOMAINS = frozenset(f"{_COUNTRIES} {_OTHERS}".split())
"""What the name of a host ends with: each country's, and of the others those that newsrooms meet."""
_LOUD_DOMAINS = frozenset({"COM", "Com", "NET", "ORG", "EDU", "GOV"})
"""The same in capitals, where no sentence begins so."""
_COMMON = """
am as at be by do in is it me my no so to us
blog club design email host jobs life link live media name news page post press pro radio red shop show site space store
studio test today tools top tours travel video work world
"""
_WORDS = frozenset(_COMMON.split())
"""Domains that are words, too: a sentence may have ended there without a space, as in ``It sank.no one knew``."""
_GOES_ON_IN_WORDS = patterns.compile(r"['’\s]\s?[^\W_]")
_TELLS_A_HOST = patterns.compile(r"\b(?:at|from|on|see|site|via|visit|website)\s\Z", re.IGNORECASE)
_BEFORE = 12
"""Characters in which the words that tell a host stand."""
_WHOLE_LABEL = 2
"""Letters of a host's name at least where nothing follows it: ``e.g`` and ``i.e`` are none."""

_FILES = """
7z aac accdb apk asp aspx avi bak bash bat bmp bz2 cab cfg cfm cgi conf cpp csproj css csv deb djvu dll dmg doc docx
dotx eml eps epub exe flac flv gif gpx gz heic hpp htm html ico ics ini ipynb iso jar java jpeg jpg js json jsonl jsp
jsx key kml kmz log lua m4a m4v md mdb midi mkv mobi mov mp3 mp4 mpeg mpg msg msi odg odp ods odt oga ogg ogv opus otf
parquet pdf php php3 phtml png po pot ppt pptx psd ps1 py pyc pyw qgz raw rar rb rpm rst rtf sav sh shp shtml sql
sqlite srt ssa sub svg swf tar tex tgz tif tiff tmp toml tmx ts tsv tsx ttf txt vbs vcf vtt wav webm webp wma wmv woff
woff2 xhtml xlf xliff xls xlsm xlsx xml xpi xsl xsd xz yaml yml zip zst
"""
_EXTENSIONS = frozenset(_FILES.split())


def _bare(text: str) -> str:
    """An address without what the sentence puts behind it."""
    address = text.rstrip(_BEHIND)
    while address.count("(") > address.count(")") and text[len(address) :].startswith(")"):
        address += ")"  # https://en.wikipedia.org/wiki/Frost_(band)
    return address


def _with_scheme(text: str) -> Iterator[Identifier]:
    for found in _SCHEME.finditer(text):
        address = _bare(found[0])
        if any(map(str.isalnum, address.partition("://")[2] or address)):
            yield Identifier(Kind.URL, found.start(), found.start() + len(address))


def _dotted(text: str) -> Iterator[Identifier]:
    """Hosts and files: they are told apart by their endings."""
    reach = 0
    for found in _DOTTED.finditer(text):
        if found.start() < reach:  # Of an address that has begun before.
            continue
        for whole in _beginnings(found[0]):
            end = found.start() + len(whole)
            kind = _kind(whole.split("."), text[end : end + 1])
            if kind is not None and not (kind is Kind.URL and _is_two_sentences(text, found.start(), end)):
                goes_on = _GOES_ON.match(text, end)
                tail = _bare(goes_on[0]) if goes_on and len(whole) == len(found[0]) else ""
                reach = end + len(tail)
                yield Identifier(kind, found.start(), reach)
                break


def _is_two_sentences(text: str, start: int, end: int) -> bool:
    """Whether what looks like a host may be two words of which one ended a sentence, and nothing tells a host."""
    name, _, domain = text[start:end].partition(".")
    if domain not in _WORDS or not name.isalpha() or any(map(str.isupper, name[1:])):
        return False
    if not _GOES_ON_IN_WORDS.match(text, end):
        return False
    return not _TELLS_A_HOST.search(text[max(0, start - _BEFORE) : start])


def _beginnings(name: str) -> Iterator[str]:
    """A dotted name and what it begins with, the longest first: of ``err.ee-based.The`` also ``err.ee``."""
    labels = name.split(".")
    for number in range(len(labels) - 1, 0, -1):
        before = ".".join(labels[:number])
        yield f"{before}.{labels[number]}"
        if "-" in labels[number]:
            yield f"{before}.{labels[number].partition('-')[0]}"


def _kind(labels: Sequence[str], following: str) -> Kind | None:
    """What a dotted name is, if anything, with the character behind it."""
    *names, last = labels
    if not any(char.isalpha() for name in names for char in name):
        return None
    if (last.lower() if "".join(labels).isupper() else last) in _EXTENSIONS:
        return Kind.FILE
    if last not in _DOMAINS and last not in _LOUD_DOMAINS:
        return None
    is_host = not any(sign in name for name in names for sign in "_+~")
    is_short = max(map(len, names)) < _WHOLE_LABEL and last not in {"com", "org"}
    return Kind.URL if is_host and not (is_short and following not in {"/", "?"}) else None


def _versions(text: str) -> Iterator[Identifier]:
    for found in _VERSION.finditer(text):
        if _HOST_NUMBER.fullmatch(found[0]):
            goes_on = _GOES_ON.match(text, found.end())
            whole = _bare(text[found.start() : goes_on.end() if goes_on else found.end()])
            yield Identifier(Kind.URL, found.start(), found.start() + len(whole))
        elif not any(other.fullmatch(found[0]) for other in (_DATE, _TIME, _THOUSANDS, _PHONE)):
            yield Identifier(Kind.VERSION, *found.span())


def _accounts(text: str) -> Iterator[Identifier]:
    """IBANs and creditor references, by their check digits (ISO 7064, modulo 97)."""
    for found in _ACCOUNT.finditer(text):
        number = found[0]
        while number and not _checks(number):
            number = re.sub(r"(?:^|[ \u00a0])[A-Z0-9]+\Z", "", number)  # The next word may be in capitals, too.
        if number:
            yield Identifier(Kind.ACCOUNT, found.start(), found.start() + len(number))


def _checks(number: str) -> bool:
    plain = re.sub(r"[ \u00a0]", "", number)
    digits = "".join(str(int(char, 36)) for char in plain[4:] + plain[:4])
    return len(plain) >= _SHORTEST_ACCOUNT and int(digits) % 97 == 1


def _catalogued(text: str) -> Iterator[Identifier]:
    for found in _ISBN.finditer(text):
        digits = re.sub("[- ]", "", found["digits"])
        told = digits.startswith(("978", "979")) or found.start() < found.start("digits")
        if told and _is_isbn(digits):
            yield Identifier(Kind.CATALOGUE, *found.span("digits"))
    for found in _ISSN.finditer(text):
        yield Identifier(Kind.CATALOGUE, *found.span("digits"))
    for found in _DOI.finditer(text):
        yield Identifier(Kind.CATALOGUE, found.start(), found.start() + len(_bare(found[0])))


def _is_isbn(digits: str) -> bool:
    """Whether the check digit of an ISBN is right, by the rule for those of ten digits or the one for thirteen."""
    values = [int(digit) if digit.isdecimal() else 10 for digit in digits]
    if len(values) == _OLD_ISBN:
        return sum(value * weight for value, weight in zip(values, range(_OLD_ISBN, 0, -1), strict=True)) % 11 == 0
    return sum(value * (1, 3)[place % 2] for place, value in enumerate(values)) % 10 == 0


def _hashes(text: str) -> Iterator[Identifier]:
    for found in _HASH.finditer(text):
        if len(_CHANGES.findall(found[0])) > 1:  # 1000000, 5000b and “defaced” are no hashes.
            yield Identifier(Kind.HASH, *found.span())


def _mails(text: str) -> Iterator[Identifier]:
    for found in _MAIL.finditer(text):
        if found["there"]:
            yield Identifier(Kind.URL, found.start(), found.start() + len(_bare(found[0])))
        else:
            yield Identifier(Kind.MAIL, found.start(), found.start() + len(found[0].rstrip("-")))


def _paths(text: str) -> Iterator[Identifier]:
    for found in _PATH.finditer(text):
        if found["extension"] and found["extension"].lower() not in _EXTENSIONS:
            continue
        path = _bare(found[0])
        if any(map(str.isalpha, path)):
            yield Identifier(Kind.PATH, found.start(), found.start() + len(path))


def _plain(kind: Kind, pattern: re.Pattern[str]) -> Callable[[str], Iterator[Identifier]]:
    return lambda text: (Identifier(kind, *found.span()) for found in pattern.finditer(text))


_FINDERS: tuple[tuple[re.Pattern[str], Callable[[str], Iterator[Identifier]]], ...] = (
    (patterns.compile("[:.]"), _with_scheme),
    (patterns.compile(r"\."), _dotted),
    (patterns.compile("@"), _mails),
    (patterns.compile("@"), _plain(Kind.HANDLE, _HANDLE)),
    (patterns.compile("[#＃]"), _plain(Kind.HASHTAG, _HASHTAG)),
    (patterns.compile(":"), _plain(Kind.EMOJI, _EMOJI)),
    (patterns.compile(r"\d"), _catalogued),
    (patterns.compile(r"[/\\]"), _paths),
    (patterns.compile(r"\."), _versions),
    (patterns.compile(r"\d"), _accounts),
    (patterns.compile("[%{$]"), _plain(Kind.PLACEHOLDER, _PLACEHOLDER)),
    (patterns.compile("<"), _plain(Kind.CODE, _CODE)),
    (_HINTS[-1], _hashes),
)
"""Each with what all that it finds has at least."""
