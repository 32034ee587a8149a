import json


def checks(newsroom):
    ran = newsroom.run("doctor", "--json")
    return ran.code, {(c["subject"], c["fine"]): c["message"] for c in json.loads(ran.out)["checks"]}


def test_a_sound_project_is_found_sound(newsroom):
    code, found = checks(newsroom)
    assert code == 0
    assert found["engine en → et", True] == "identity"
    assert found["glossary et", True].startswith("2 terms")
    assert found["articles", True] == "1 can be read"


def test_what_is_missing_comes_with_what_to_do(newsroom):
    newsroom.write(
        "newsdesk.toml", newsroom.read("newsdesk.toml").replace('"identity"', '"argos"').replace('"et"', '"lv"')
    )
    newsroom.write("glossaries/lv.csv", "source,target,action\nferry,praam,translat\n")
    newsroom.write("articles/bad.txt", b"\0")
    code, found = checks(newsroom)
    assert code == 1
    assert "newsdesk models install en lv" in found["engine en → lv", False]
    assert "glossaries/lv.csv line 2" in found["glossary lv", False]
    assert "articles/bad.txt" in found["articles", False]


def test_people_get_a_table(newsroom):
    assert "engine en → et" in newsroom.run("doctor").out
