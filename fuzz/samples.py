"""A glossary and paragraphs that the targets work with."""

from __future__ import annotations

from translate.core.terms.glossary import Glossary
from translate.core.terms.matching import Matcher
from translate.termbases.csvfile import read_glossary

GLOSSARY = """\
source,target,action,kind,match,variants,forms,forbid,require,gender,article
Kaja Kallas,Kaja Kallas,inflect,person,,Kallas,gen=Kaja Kallase; part=Kaja Kallast,,first
First Studio,Esimene stuudio,,title,,,gen=Esimese stuudio; part=Esimest stuudiot,Esmane stuudio,
studio,stuudio,,common,smart,studios,gen=stuudio; pl=stuudiod,ateljee,
Daily News,Päevauudised,,title,exact,,gen=Päevauudiste,,
NATO,NATO,keep,acronym,,,,,
C++,C++,keep,,,,,,
U.S.,USA,,place,,US;United States,,Ühendriigid,warn,m pl,yes
Straße,tänav,,common,any,Strasse,gen=tänava;tänaval,,
news,uudised,,common,,,uudiste;uudiseid,,
daily,päeva,,common,any,,,,
e\u0301clair,ekleer,,common,any,,,,
,loll,forbid,,,,,,
ferry,praam,forbid,,,ferries,,,
library,raamatukogu,off,,,,,,
"""
MATCHER = Matcher(Glossary("et", read_glossary(GLOSSARY.encode(), "glossaries/et.csv")[0]))

PARAGRAPHS = (
    "Ferry traffic to the islands stops at noon",
    "The ferry to the islands will stop at noon on Monday, First Studio reports.",
    "The ferry to the islands will stop at 12.30 on Tuesday, First Studio reports.",
    "Kaja Kallas said that the library of the town opens again.",
    "Kaja Kallas said that the library of the town opens again in May. It cost €1,050.",
    "It cost €1,050.",
    "Daily News will show the studio at 7 p.m.",
    "Editor: Mari Maasikas",
    "Follow us for daily news!",
    "C++",
    "NATO",
    "The the the the the the.",
)
