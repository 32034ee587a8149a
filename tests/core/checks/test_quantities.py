import pytest

from tests.core.checks.saying import said, sentences
from translate.core.checks.findings import Unit
from translate.core.checks.quantities import check_quantities
from translate.languages.loading import load_pair


@pytest.mark.parametrize("mark", [" ", "\u00a0", "\u2009", "\u202f", "'", "’"])
def test_thousands_stand_apart_in_many_ways(mark):
    assert said(check_quantities, "It was 1,234,567.5 then.", f"Oli 1{mark}234{mark}567,5 siis.") == []
    for source, target in (("1234", f"1{mark}234"), ("123456", f"123{mark}456"), ("12345678", f"12{mark}345{mark}678")):
        assert said(check_quantities, f"It was {source} then.", f"Oli {target} siis.") == []
        assert said(check_quantities, f"It was {source}.5 then.", f"Oli {target},5 siis.") == []
        assert said(check_quantities, f"It was {source},5 then.", f"Oli {target}.5 siis.") == []
        assert said(check_quantities, f"It was {source},5 then.", f"Oli {target}.6 siis.") == [
            ("number", f"{target}.6")
        ]
    assert said(check_quantities, "It was 98,765 then.", f"Oli 98{mark}765 siis.") == []
    assert said(check_quantities, "It was 98765 then.", f"Oli 987{mark}65 siis.") == [("number", "987")]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It was 123456.", "Oli 123,456."),
        ("It was 1234567.", "Oli 1,234,567."),
        ("It was 1,050.5.", "Oli 1050,5."),
        ("It was 1,050.50.", "Oli 1.050,5."),
        ("It was 1,050.00.", "Oli 1050."),
        ("It was 1234.5.", "Oli 1234,50."),
        ("Agent 0017.", "Agent 17."),
        ("It was 0.5.", "Oli 0,5."),
    ],
)
def test_the_same_value_is_the_same_number(source, target):
    assert said(check_quantities, source, target) == []


@pytest.mark.parametrize(
    ("source", "target", "instead"),
    [
        ("It was 1234567.", "Oli 1234,567.", "1234,567"),
        ("It was 10500.", "Oli 1,0500.", "1,0500"),
        ("It was 10500.", "Oli 1 0500.", "0500"),
        ("It was 1050.", "Oli 150.", "150"),
        ("It was 170.", "Oli 17.", "17"),
        ("It was 13.25.", "Oli 13 ja 25.", "13"),
        ("It was 13:25.", "Oli 1325.", "1325"),
        ("It was 19:30.", "Kell oli 20:30.", "20:30"),
        ("It was 45.", "Oli 3 ja 5.", "3"),
        ("On 10.5.2025.", "Oli 10.6.2025.", "10.6.2025"),
        ("On 15.5.2025.", "Oli 155,2025.", "155,2025"),
        ("On 13.5.2025.", "Mais 2025.", "2025"),
        ("On 10.5.2025.", "10. mail.", "10"),
    ],
)
def test_another_value_is_another_number(source, target, instead):
    assert said(check_quantities, source, target) == [("number", instead)]


@pytest.mark.parametrize(
    ("number", "asked"), [("0", False), ("1", False), ("07", False), ("12", False), ("13", True), ("20", True)]
)
def test_numbers_up_to_twelve_may_be_words(number, asked):
    assert said(check_quantities, f"There were {number} then.", "Neid oli nii palju.") == [("number", None)] * asked
    assert said(check_quantities, f"There were {number} then.", "Neid oli 99.") == [("number", "99")]


@pytest.mark.parametrize(
    "time",
    [
        "7:45 p.m.",
        "7:45 a.m.",
        "7:45 pm",
        "7.45 PM",
        "11:45am",
        "13 a.m.",
        "13.45 p.m.",
        "13:45 p.m.",
        "13 am",
        "13pm",
        "13\u00a0p.m.",
    ],
)
def test_a_time_of_the_twelve_hour_clock_is_not_asked_for(time):
    assert said(check_quantities, f"It was {time} then.", "Oli õhtu.") == []


@pytest.mark.parametrize(
    ("source", "number"),
    [
        ("Of 113 p.m. was said.", "113"),
        ("It took 13 amperes.", "13"),
        ("It took 13 pamphlets.", "13"),
        ("It took 13 cm.", "13"),
        ("At 13:45 it came.", "13:45"),
    ],
)
def test_what_only_looks_like_such_a_time_is_asked_for(source, number):
    assert sentences(check_quantities, source, "Nii see oli.") == [
        f"“{number}” of the source is not here; put the number right"
    ]


@pytest.mark.parametrize(
    ("source", "asked"),
    [
        ("A 25D film.", False),
        ("The G20 met.", False),
        ("H25 is here.", False),
        ("25 met.", True),
        ("The 25th came.", True),
        ("The 25 Ds.", True),
        ("G 25 met.", True),
        ("(25) met.", True),
    ],
)
def test_digits_in_a_name_are_no_numbers(source, asked):
    assert bool(said(check_quantities, source, "Nii see oli.")) == asked


def test_a_number_that_is_lost_twice_is_told_once():
    assert said(check_quantities, "In 2025 and in 2025.", "Siis ja siis.") == [("number", None)]
    assert len(said(check_quantities, "In 2025 and in 2026.", "Siis ja siis.")) == 2


def test_a_number_that_the_source_has_in_whatever_way_stands_for_no_other():
    assert said(check_quantities, "Seven came, and 3 left.", "7 tuli, kolm läks.") == []
    assert said(check_quantities, "Seven came, and 3 left.", "6 tuli, kolm läks.") == [("number", "6")]
    assert said(check_quantities, "Zero came, and 3 left.", "0 tuli, kolm läks.") == []
    assert said(check_quantities, "At 5 p.m. 3 left.", "Kell 5 õhtul läks kolm.") == []
    assert sentences(check_quantities, "In 2025 and 1999.", "Aastal 1999.") == [
        "“2025” of the source is not here; put the number right"
    ]
    assert sentences(check_quantities, "In 2025 and 1999.", "Aastal 1999 ja 2026.") == [
        "“2025” of the source is not here; “2026” may stand in its place; put the number right"
    ]


def test_a_list_of_numbers_may_be_taken_apart_or_put_together():
    assert said(check_quantities, "On May 15, 2025.", "15.05.2025.") == []
    assert said(check_quantities, "On 15/05/2025.", "15.05.2025.") == []
    assert said(check_quantities, "On 15.05.2025.", "15. mail 2025.") == []
    assert said(check_quantities, "On 15.05.2025.", "15 05 2025.") == []
    assert said(check_quantities, "In 25 300 came.", "25. kuupäeval tuli 300.") == []
    assert said(check_quantities, "On May 16, 2025.", "15.05.2025.") == [("number", "15.05.2025")]


# --- units -----------------------------------------------------------------------------------------------------------

SIGNS = [
    *("%", "‰", "€", "$", "£", "¥", "₽", "₴", "°C", "°F", "km/h", "mph", "km", "cm", "mm", "kg", "mg"),
    *("kWh", "MWh", "GWh", "kW", "MW", "GW", "kB", "MB", "GB", "TB", "kHz", "MHz", "GHz"),
]


@pytest.mark.parametrize("sign", SIGNS)
def test_another_sign_behind_the_same_number_is_found(sign):
    for other in SIGNS:
        found = said(check_quantities, f"It was 5 {sign} then.", f"Oli 5 {other} siis.")
        assert found == [("unit", f"5 {other}")] * (sign != other)


@pytest.mark.parametrize("sign", ["€", "$", "£", "¥"])
def test_a_sign_of_money_stands_before_or_behind(sign):
    assert said(check_quantities, f"It was {sign}5 then.", f"Oli 5 {sign} siis.") == []
    assert said(check_quantities, f"It was {sign} 5 then.", f"Oli 5{sign} siis.") == []
    assert said(check_quantities, f"It was {sign}5 then.", "Oli 5 ₽ siis.") == [("unit", "5 ₽")]
    assert said(check_quantities, "It was 5 ₽ then.", f"Oli {sign}\u00a05 siis.") == [("unit", f"{sign}\u00a05")]


@pytest.mark.parametrize("mark", [".", ",", "\u00a0", "\u202f", "'"])
def test_the_number_is_the_same_however_its_digits_are_parted(mark):
    assert said(check_quantities, "It was 1050300 km.", f"Oli 1{mark}050{mark}300 kg.") == [
        ("unit", f"1{mark}050{mark}300 kg")
    ]
    assert said(check_quantities, f"It was €1{mark}050.", "Oli $1050.") == [("unit", "$1050")]


@pytest.mark.parametrize("between", ["", " ", "\u00a0", "-"])
def test_between_number_and_sign_there_may_be_a_space_or_a_hyphen(between):
    assert said(check_quantities, "It was 5 km.", f"Oli 5{between}kg.") == [("unit", f"5{between}kg")]


@pytest.mark.parametrize("no_amount", ["v.5 kg", "v,5 kg", "5 kgx", "5  kg", "5 KG", "5 kilowag", "kg 5", "€  5"])
def test_what_is_no_amount_has_no_sign(no_amount):
    assert said(check_quantities, "It was 5 km.", f"Oli {no_amount} siis.") == []


def test_a_sign_that_stands_there_as_well_or_not_beside_the_number_is_no_finding():
    assert said(check_quantities, "It was 5 km.", "Oli 5 kg ja 5 km.") == []
    assert said(check_quantities, "It was 5 km, not 6.", "Oli 5 ja 6 kg.") == []
    assert said(check_quantities, "It was 5 km and 6 kg.", "Oli 6 kg ja 5 km.") == []


def test_the_first_amounts_are_told():
    assert sentences(check_quantities, "It was 5 km, 5-km.", "Oli 5 kg, 5kg, 5 mg.") == [
        "“5 km” of the source is “5 kg” here; correct the unit"
    ]
    assert said(check_quantities, "It was 5 km, 6 km.", "Oli 5kg, 5 kg, 6 mg.") == [("unit", "5kg"), ("unit", "6 mg")]


# --- what news writes ------------------------------------------------------------------------------------------------


def told(source, target, locale="et"):
    return said(check_quantities, source, target, locale=locale)


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("et", "The hog weighed 550 pounds.", "Siga kaalus 249,47 kg."),
        ("ru", "The hog weighed 550 pounds.", "Свинья весила 250 килограммов."),
        ("et", "The 6-foot-6 forward.", "1,98 meetri pikkune ründaja."),
        ("es", "The 6-foot-6 forward.", "El delantero, de dos metros."),
        ("de", "Two to 4 inches of rain.", "5 bis 10 Zentimeter Regen."),
        ("et", "Winds of 85 miles per hour.", "Tuul kuni 137 km/h."),
        ("ru", "Within 200 miles of the port.", "В радиусе 320 км от порта."),
        ("fr", "It was a sunny 80 degrees.", "Il faisait 27 degrés."),
        ("et", "It sank in 30 meters (100 feet) of water.", "See vajus 30 meetri sügavusele."),
        ("et", "About 40 miles away.", "Umbes 40 miili (64 km) kaugusel."),
        ("he", "About 5,000 acres burned.", "כ-2,000 הקטרים נשרפו."),
    ],
)
def test_a_measure_may_be_converted_and_rounded_as_newspapers_do_it(locale, source, target):
    assert told(source, target, locale) == []


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        (
            "The 550-pound hog.",
            "294 kg kaaluv siga.",
            "“550-pound” of the source would be about 249 kg, and “294 kg” stands here; see which is right",
        ),
        (
            "It costs £2.8bn.",
            "2,8 mln.",
            "“£2.8bn” of the source is 2.8 thousand million, and “2,8 mln” here is 2.8 million; see which is meant",
        ),
        (
            "It weighed 200 pounds.",
            "See kaalus 19 kilo.",
            "“200 pounds” of the source would be about 90.7 kg, and “19 kilo” stands here; see which is right",
        ),
        (
            "It burned 50,000 acres.",
            "Põles 2000 ha.",
            "“50,000 acres” of the source would be about 20,200 ha, and “2000 ha” stands here; see which is right",
        ),
        (
            "The 6-foot-6 forward.",
            "2,1-meetrine ründaja.",
            "“6-foot-6” of the source would be about 1.98 m, and “2,1-meetrine” stands here; see which is right",
        ),
        (
            "It costs $15,000.",
            "See maksab 13 225 €.",
            "“$15,000” of the source is “13 225 €” here; was it converted right?",
        ),
    ],
)
def test_the_message_says_what_it_thinks(source, target, message):
    assert sentences(check_quantities, source, target) == [message]


@pytest.mark.parametrize(
    ("locale", "source", "right", "wrong"),
    [
        ("et", "They won 5-2.", "Nad võitsid 5:2.", "Nad võitsid 5:3."),
        ("es", "They won 5-2.", "Ganaron por 2 a 5.", "Ganaron por 2 a 6."),
        ("de", "He won 7-6 (7-5).", "Er siegte 7:6 (7:5).", "Er siegte 7:6 (7:6)."),
        ("et", "By 52 votes to 48.", "Häältega 52:48.", "Häältega 52:46."),
        ("et", "It opens at 11 a.m.", "See avatakse kell 11.", "See avatakse kell 91."),
        ("et", "It closes at 7 p.m.", "See suletakse kell 19.", "See suletakse kell 18."),
        ("fr", "It opens at 10:15 p.m.", "Il ouvre à 22 h 15.", "Il ouvre à 22 h 16."),
        ("pt", "It opens at 7.55am.", "Abre às 7h55.", "Abre às 7h56."),
        ("de", "It closes at 5.30pm.", "Es schließt um halb 6.", "Es schließt um halb 7."),
        ("et", "On May 15, 2025.", "15.05.2025.", "15.06.2025."),
        ("ja", "On May 15, 2025.", "2025年5月15日。", "2025年6月15日。"),
        ("ru", "In the 1930s.", "В 30-е годы.", "В 40-е годы."),
        ("de", "In the 1930s.", "In den dreißiger Jahren.", "In den vierziger Jahren."),
        ("es", "In the 17th century.", "En el siglo XVII.", "En el siglo XVIII."),
        ("sv", "In the 19th century.", "På 1800-talet.", "På 1700-talet."),
        ("de", "From 1950-53.", "Von 1950 bis 1953.", "Von 1950 bis 1954."),
        ("es", "HER2 was found.", "Se halló HER2.", "Se halló HER3."),
        ("et", "There were 20 and 20 more.", "Neid oli 20 ja veel 20.", "Neid oli 20 ja veel 21."),
        ("es", "It costs $3.5bn.", "Cuesta 3500 millones.", "Cuesta 3,5 billones."),
        ("es", "It costs $3.5bn.", "Cuesta 3,5 mil millones de dólares.", "Cuesta 3500 billones de dólares."),
        ("et", "It costs €5 million.", "See maksab 5 miljonit eurot.", "See maksab 5 miljardit eurot."),
        ("et", "It costs £125m.", "See maksab 125 miljonit naela.", "See maksab 125 naela."),
        ("zh_CN", "20 million people.", "2000万人。", "2000亿人。"),
        ("ja", "£120 million.", "1億2千万ポンド。", "1億3千万ポンド。"),
        ("ko", "120,000 people.", "12만 명.", "12억 명."),
        ("hi", "250,000 people.", "2,50,000 लोग।", "2,60,000 लोग।"),
        ("ar", "It was 1,250.", "كان ١٬٢٥٠.", "كان ١٬٢٦٠."),
        ("et", "Two weeks later.", "2 nädalat hiljem.", "3 nädalat hiljem."),
        ("es", "Her 36th visit.", "Su trigésima sexta visita.", "Su trigésima séptima visita."),
        ("ja", "It was in June.", "6月のことだった。", "7月のことだった。"),
        ("fr", "He won 14½ points.", "Il a gagné 14,5 points.", "Il a gagné 15,5 points."),
    ],
)
def test_the_same_quantity_in_other_words_is_right_and_another_one_is_told(locale, source, right, wrong):
    assert told(source, right, locale) == []
    assert {rule for rule, _ in told(source, wrong, locale)} <= {"number", "unit"} != set()
    assert told(source, wrong, locale) != []


@pytest.mark.parametrize(
    ("source", "right", "wrong"),
    [
        ("All four have HER4.", "Neil neljal on HER4.", "Neil neljal on HER5."),
        ("All four have HER4.", "Neil 4 mehel on HER4ga haigus.", "Neil 4 mehel on HER5ga haigus."),
        ("A MiG-29 fell.", "Kukkus МиГ-29.", "Kukkus MiG-28."),
        ("The F-16 has 16 bombs.", "F16-l on 16 pommi.", "F17-l on 16 pommi."),
        ("It cost Rs250.", "See maksis 250 ruupiat.", "See maksis 260 ruupiat."),
    ],
)
def test_the_digits_of_a_name_are_looked_for_in_the_same_name_only(source, right, wrong):
    assert told(source, right) == []
    assert [rule for rule, _ in told(source, wrong)] == ["number"]


@pytest.mark.parametrize(
    ("source", "target", "right", "wrong"),
    [
        ("Of 550 pounds.", "{} kg.", ("250", "249,47", "249", "249,5"), ("240", "251", "260")),
        ("Of 2 feet.", "{} cm.", ("60", "61", "60,96"), ("62", "66", "20")),
        ("Of two feet.", "{} cm.", ("60", "61"), ("62", "66", "20")),
        ("At 85 mph.", "{} km/h.", ("136", "137", "135", "140"), ("138", "130", "6,43")),
        ("Of 3 inches.", "{} cm.", ("7", "7,6", "7,5", "8"), ("9", "7,8", "3,7")),
        ("At 80 degrees Fahrenheit.", "{} kraadi.", ("27", "26,7"), ("72", "17")),
    ],
)
def test_what_is_converted_is_rounded_at_its_last_digit(source, target, right, wrong):
    for number in right:
        assert told(source, target.format(number)) == []
    for number in wrong:
        assert [rule for rule, _ in told(source, target.format(number))] == ["number"]


def test_each_value_is_converted_once():
    source = "From 3 to 6 inches, and up to 10 inches there."
    assert told(source, "7 kuni 15 cm ja seal kuni 25 cm.") == []
    assert told(source, "7 kuni 15 cm ja seal kuni 15 cm.") == [("number", "15 cm")]
    assert told(source, "3 kuni 15 cm ja seal kuni 25 cm.") == [("number", "3")]
    assert told("It is 5 miles there, 5 miles back.", "8 km sinna ja tagasi.") == []


def test_what_is_still_told_in_the_sources_unit_was_not_converted():
    assert sentences(check_quantities, "It is 5 miles away.", "See on 6 miili (8 km) eemal.") == [
        "“5” of the source is not here; “6” may stand in its place; put the number right"
    ]
    assert told("5 miles or 10 miles.", "8 km või 11 miili.") == [("number", "11")]
    assert told("5 miles or 10 miles.", "8 km või 16 km.") == []
    assert told("It was 68 degrees Fahrenheit, then 5 F.", "Oli 20 kraadi, siis 5 F.") == []


@pytest.mark.parametrize(
    ("locale", "source", "right", "wrong"),
    [
        ("ja", "A passenger left.", "乗客1人が去った。", "乗客6人が去った。"),
        ("ja", "It was a decade ago.", "それは10年前だった。", "それは16年前だった。"),
        ("zh_CN", "It was in the 1930s.", "在20世纪30年代。", "在21世纪30年代。"),
        ("zh_CN", "It was on Sept.", "在9月。", "在6月。"),
        ("de", "It is about a mile away.", "Es ist 1,6 Kilometer entfernt.", "Es ist 7,6 Kilometer entfernt."),
        ("et", "It cost $350,000.", "See maksis 350 000 dollarit (308 600 eurot).", "350 000 dollarit (30 eurot)."),
        ("da", "In the early 2000s.", "I de tidlige 00'ere.", "I de tidlige 20'ere."),
    ],
)
def test_a_number_that_nothing_of_the_source_explains_is_told(locale, source, right, wrong):
    assert told(source, right, locale) == []
    assert [rule for rule, _ in told(source, wrong, locale)] == ["number"]


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("ru", "The 6-foot-6 forward.", "Двухметровый форвард."),
        ("et", "The 6-foot-6 forward.", "Kahemeetrine ründaja."),
        ("fi", "The 6-foot-6 forward.", "Kaksimetrinen hyökkääjä."),
        ("pl", "The man, 42.", "Czterdziestodwuletni mężczyzna."),
        ("de", "The man, 20.", "Der zwanzigjährige Mann."),
        ("sv", "The man, 60.", "Den sextioåriga mannen."),
    ],
)
def test_a_number_may_be_a_part_of_a_word(locale, source, target):
    assert told(source, target, locale) == []


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("et", "It cost €500 million.", "See maksis 610 miljonit dollarit."),
        ("ru", "It cost $100.", "Она заплатила 9 500 рублей."),
        ("ja", "It cost $100.", "15,000円した。"),
    ],
)
def test_money_at_a_likely_rate_may_have_been_converted(locale, source, target):
    assert [found.level for found in check_quantities(Unit.of(source, target, *load_pair("en", locale)))] == ["info"]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("It cost $85 million.", "See maksis 75 miljonit eurot."),
        ("It cost $300.", "See maksis 260 eurot."),
        ("It cost £60.", "See maksis 70 eurot."),
        ("It cost €4,100.", "See maksis 4500 dollarit."),
    ],
)
def test_of_two_digits_one_may_be_the_same_where_the_rate_is_the_usual_one(source, target):
    assert [found.level for found in check_quantities(Unit.of(source, target, *load_pair("en", "et")))] == ["info"]


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("et", "It cost €1,400.", "See maksis 2 400 $."),
        ("et", "It cost $135.", "See maksis 125 eurot."),
        ("et", "It cost $500 million.", "See maksis 450 miljardit eurot."),
        ("et", "It cost €1,234.", "See maksis 1 284 $."),
        ("et", "It cost €20.", "See maksis 30 $."),
        ("et", "It cost €5.", "See maksis 5 $."),
        ("et", "It cost €300 million.", "See maksis 900 dollarit."),
        ("es", "It cost $3.5bn.", "Costó 3500 euros."),
        ("ja", "It cost $100.", "1,500,000円した。"),
    ],
)
def test_no_rate_explains_another_million_or_a_slip(locale, source, target):
    assert [found.level for found in check_quantities(Unit.of(source, target, *load_pair("en", locale)))] == ["warning"]


def test_a_hundred_percent_may_be_a_word():
    assert told("She is 100 percent sure.", "Ta on täiesti kindel.") == []
    assert told("She is 100 percent sure.", "Ta on 90 protsenti kindel.") == [("number", "90")]


def test_money_of_another_currency_and_the_same_number_is_no_conversion():
    assert told("It costs €5 million.", "See maksab 5 miljonit dollarit.") == [("unit", "5 miljonit dollarit")]


def test_what_is_within_an_identifier_is_not_the_business_of_numbers():
    assert told("See news.example/2025/14.", "Vaata news.example/2025/15.") == []


@pytest.mark.parametrize(
    ("locale", "source", "wrong"),
    [
        ("es", "It cost $450.", "Costó 450.000 dólares."),
        ("es", "It cost $450,000.", "Costó 450 dólares."),
        ("es", "It cost $2m.", "Costó 2.000 millones."),
        ("es", "A man got $1,000.", "Un hombre recibió 6.500."),
        ("ru", "About 20,000 people.", "Около 20 человек."),
        ("et", "It cost $450.", "See maksis 450 000."),
    ],
)
def test_three_noughts_make_another_number(locale, source, wrong):
    assert [rule for rule, _ in told(source, wrong, locale)] == ["number"]


def test_a_number_is_told_with_its_magnitude():
    assert sentences(check_quantities, "It costs £2.8bn.", "See maksab 2,7 miljardit naela.") == [
        "“£2.8bn” of the source is not here; “2,7 miljardit naela” may stand in its place; put the number right"
    ]
