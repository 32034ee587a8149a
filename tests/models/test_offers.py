"""What the index offers is installed or nothing is: an archive is asked what it holds before anything makes room."""

import json

import pytest

from tests.models.building import WHEN, entries, metadata, package, saved, zipped
from tests.models.server import PATIENT, serving, status
from translate.errors import ModelError
from translate.models.facts import PackageFacts
from translate.models.installed import install, installed, verify
from translate.models.pairs import install_pair


class Shop:
    """An index that offers packages, a server that hands something over for each, and what is installed here."""

    def __init__(self, server, folder):
        self.server, self.packages, self.downloads = server, folder / "packages", folder / "downloads"
        self.offers = []

    def offer(self, source, target, version, behaviour):
        link = f"/{len(self.offers)}.argosmodel"
        self.server.at(link, serving(behaviour) if isinstance(behaviour, bytes) else behaviour)
        self.offers.append({"from_code": source, "to_code": target, "package_version": version, "links": [link[1:]]})

    def install(self, source, target):
        index = self.server.at("/index.json", serving(json.dumps(self.offers).encode()))
        folders = {"packages": self.packages, "downloads": self.downloads}
        return install_pair(source, target, index=index, when=WHEN, limits=PATIENT, **folders)

    def refuses(self, source, target):
        before = self.bytes()
        with pytest.raises(ModelError) as caught:
            self.install(source, target)
        assert self.bytes() == before
        return caught.value.message

    def bytes(self):
        return {
            path: path.read_bytes() for path in self.packages.rglob("*") if path.suffix != ".lock" and path.is_file()
        }

    def held(self):
        return sorted((package.source, package.target, package.version) for package in installed(self.packages))


@pytest.fixture
def shop(server, tmp_path):
    """One that has had English to Estonian 1.9 for long."""
    shop = Shop(server, tmp_path)
    install(saved(tmp_path, package("translate-en_et-1.9", version="1.9")), when=WHEN, packages=shop.packages)
    yield shop
    assert verify(shop.packages)[0].clean


def of(folder="translate-en_de-2.0", **facts):
    return package(folder, **({"source": "en", "target": "de", "version": "2.0"} | facts))


def described(raw, folder="translate-en_de-2.0"):
    return zipped(entries(folder, raw))


LIES = {
    "another pair": (of(target="et"), "it holds en → et 2.0, not en → de 2.0"),
    "the pair that is installed, newer": (of("translate-en_et-1.9", target="et"), "it holds en → et 2.0"),
    "the other direction": (of(source="de", target="en"), "it holds de → en 2.0"),
    "a code in capitals": (of(target="DE"), "it holds en → DE 2.0"),
    "an older version": (of(version="1.0"), "it holds en → de 1.0, not en → de 2.0"),
    "a newer version": (of(version="2.0.1"), "it holds en → de 2.0.1"),
    "no version": (of(version=""), "it holds en → de, not en → de 2.0"),
    "two targets": (described(metadata("en", "de", "2.0")[:-1] + b', "to_code": "et"}'), "it holds en → et 2.0"),
    "another type": (of(type="sbd"), "only “translate” can be used"),
    "no description": (described(b"[]"), "it is no JSON object"),
    "two descriptions": (
        zipped([*entries("en_de", metadata("en", "de", "2.0")), ("en_et/metadata.json", metadata())]),
        "exactly one folder",
    ),
    "two descriptions, one in capitals": (
        zipped([*entries("en_de", metadata("en", "de", "2.0")), ("en_de/METADATA.json", metadata())]),
        "is in it twice",
    ),
    "a folder above": (of(".."), "has a name"),
    "a hidden folder": (of(".translate-en_de"), "cannot be used"),
    "no package": (b"<html>Please log in</html>", "it is no zip archive"),
}


@pytest.mark.parametrize("lie", LIES)
def test_an_archive_that_is_not_what_the_index_offers_is_refused(shop, lie):
    archive, reason = LIES[lie]
    shop.offer("en", "de", "2.0", archive)
    told = shop.refuses("en", "de")
    assert reason in told
    assert f"cannot download translate-en_de-2.0.argosmodel ({shop.server.address}/0.argosmodel: " in told
    assert told.endswith("name another index with ARGOS_PACKAGE_INDEX or --set models.index, or install from a file")
    assert [path.suffix for path in shop.downloads.iterdir()] == [".lock"]


def test_a_description_in_another_folder_of_the_archive_says_nothing(shop):
    honest = entries("translate-en_de-2.0", metadata("en", "de", "2.0"))
    shop.offer("en", "de", "2.0", zipped([*honest, ("translate-en_de-2.0/model/metadata.json", metadata())]))
    shop.install("en", "de")
    assert shop.held() == [("en", "de", "2.0"), ("en", "et", "1.9")]


def test_a_package_in_the_folder_of_another_pair_takes_nobodys_place(shop):
    shop.offer("en", "de", "2.0", of("translate-en_et-1.9"))
    assert "its folder is taken by en → et; remove that first" in shop.refuses("en", "de")


@pytest.mark.parametrize("folder", ["translate-en_et-1.9", "de_en"], ids=["a pair that is here", "the first half"])
def test_a_second_half_in_the_folder_of_another_pair_leaves_the_first_out_too(shop, folder):
    shop.offer("de", "en", "2.0", package("de_en", source="de", target="en", version="2.0"))
    shop.offer("en", "fi", "2.0", package(folder, source="en", target="fi", version="2.0"))
    assert "its folder " in shop.refuses("de", "fi")


def test_an_older_package_under_a_newer_ones_offer_does_not_come_back_by_it(shop):
    shop.offer("en", "et", "2.0", package("translate-en_et-1.0", version="1.0"))
    assert "it holds en → et 1.0, not en → et 2.0" in shop.refuses("en", "et")


def test_where_the_index_names_no_version_any_will_do(shop):
    shop.offer("en", "de", "", of())
    shop.install("en", "de")
    assert shop.held() == [("en", "de", "2.0"), ("en", "et", "1.9")]


def test_of_two_offers_for_a_pair_the_newer_is_held_to_its_word(shop):
    shop.offer("en", "de", "1.0", of(version="1.0"))
    shop.offer("en", "de", "2.0", of(version="1.0"))
    assert "it holds en → de 1.0, not en → de 2.0" in shop.refuses("en", "de")


def test_a_link_that_leads_on_to_another_package_is_refused(shop):
    there = shop.server.at("/there", serving(of(target="et")))
    shop.offer("en", "de", "2.0", status(302, Location=there))
    assert "it holds en → et 2.0, not en → de 2.0" in shop.refuses("en", "de")


def test_a_second_link_serves_where_the_first_has_another_package(shop):
    shop.offer("en", "de", "2.0", of(target="et"))
    shop.offers[0]["links"].append("honest")
    shop.server.at("/honest", serving(of()))
    done = shop.install("en", "de").installations[0].package
    assert (done.target, done.link) == ("de", f"{shop.server.address}/honest")


@pytest.mark.parametrize("name", ["", ".part"])
def test_what_lies_in_the_place_of_the_download_from_before_is_looked_through_too(shop, name):
    other = of(target="et")
    file = shop.downloads / f"translate-en_de-2.0.argosmodel{name}"
    file.parent.mkdir()
    file.write_bytes(other)
    note = {"link": f"{shop.server.address}/0.argosmodel", "validator": '"1"', "total": len(other)}
    file.with_name("translate-en_de-2.0.argosmodel.part.json").write_text(json.dumps(note))
    shop.offer("en", "de", "2.0", of())
    shop.install("en", "de")
    assert shop.held() == [("en", "de", "2.0"), ("en", "et", "1.9")]


def test_a_file_that_was_exchanged_behind_the_download_is_refused(tmp_path, shop):
    file = saved(tmp_path, of(target="et"), "downloaded")
    offer = PackageFacts("en", "de", "2.0", "English → German")
    before = shop.bytes()
    with pytest.raises(ModelError, match=r"downloaded: it holds en → et 2.0, not en → de 2.0"):
        install(file, when=WHEN, packages=shop.packages, offer=offer)
    assert shop.bytes() == before


SWAPPED = [("de", "en"), ("en", "fi")]


@pytest.mark.parametrize("lying", [SWAPPED, SWAPPED[:1], SWAPPED[1:]], ids=["both", "the first", "the second"])
def test_a_way_through_a_third_language_is_installed_as_a_whole_or_not_at_all(shop, lying):
    other = dict(zip(SWAPPED, reversed(SWAPPED), strict=True))
    for pair in SWAPPED:
        source, target = other[pair] if pair in lying else pair
        shop.offer(*pair, "2.0", package(f"{source}_{target}", source=source, target=target, version="2.0"))
    assert " 2.0, not " in shop.refuses("de", "fi")
    assert shop.held() == [("en", "et", "1.9")]


def test_a_file_is_installed_as_what_it_says_that_it_is(tmp_path, shop):
    done = install(saved(tmp_path, of("translate-en_et-2.0"), "translate-en_et-2_0"), when=WHEN, packages=shop.packages)
    assert (done.package.source, done.package.target, done.package.version) == ("en", "de", "2.0")
    assert shop.held() == [("en", "de", "2.0"), ("en", "et", "1.9")]
