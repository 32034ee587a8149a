"""The words that formats have for how an article came about.

IPTC's Digital Source Type has no word of its own for a translation. Of those that it has, a text that a model wrote is
`trainedAlgorithmicMedia` (“created using generative AI”); one that a person then went through is
`compositeWithTrainedAlgorithmicMedia` (“edited using generative AI”), since what a person and a model did is mixed in
it; and one that a person wrote is `digitalCreation` (“created by a human using non-generative tools”). `humanEdits` is
none of them: it says that people alone changed what was there.

The community group of the W3C on AI content disclosure has words for texts: `ai-autonomous` for what no person looked
at, `ai-assisted` for what a person made with the help of a machine, and `none`.
"""

from __future__ import annotations

from types import MappingProxyType

from translate.core.article import Making

SCHEME = "http://cv.iptc.org/newscodes/digitalsourcetype/"
"""What the addresses of IPTC's words begin with."""
PREFIX = "digsrctype:"
"""The same in the short form of NewsML-G2, a QCode."""

CODES = MappingProxyType(
    {
        Making.MACHINE: "trainedAlgorithmicMedia",
        Making.REVIEWED: "compositeWithTrainedAlgorithmicMedia",
        Making.HUMAN: "digitalCreation",
    }
)
"""IPTC's words themselves."""
NAMES = MappingProxyType(
    {
        Making.MACHINE: "Created using Generative AI",
        Making.REVIEWED: "Edited using Generative AI",
        Making.HUMAN: "Digital creation",
    }
)
"""What IPTC calls them to people, in English."""
AI_DISCLOSURE = MappingProxyType(
    {Making.MACHINE: "ai-autonomous", Making.REVIEWED: "ai-assisted", Making.HUMAN: "none"}
)
"""The words of the W3C's community group."""
SCHEMA_ORG = MappingProxyType(
    {
        Making.MACHINE: "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
        Making.REVIEWED: "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource",
    }
)
"""The same in schema.org's list, which has no name for `digitalCreation`; see `schema_org`."""


def digital_source_type(making: Making) -> str:
    """The address of IPTC's word, as ninjs and HTML have it."""
    return SCHEME + CODES[making]


def qcode(making: Making) -> str:
    """IPTC's word in its short form, as NewsML-G2 has it."""
    return PREFIX + CODES[making]


def schema_org(making: Making) -> str:
    """What stands in `digitalSourceType` of schema.org; IPTC's address where its list has no name."""
    return SCHEMA_ORG.get(making) or digital_source_type(making)
