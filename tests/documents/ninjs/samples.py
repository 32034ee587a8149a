"""Items of ninjs 1, 2 and 3, written for the tests."""

import json

ADDRESS = "http://news.example.ee/items/harbour-1"
FIRST = """{
  "uri" : "http://news.example.ee/items/harbour-1",
  "type" : "text",
  "version" : "1",
  "urgency" : 4.0,
  "language" : "en",
  "headline" : "Ferry lines merge",
  "headline_short" : "Lines merge",
  "byline" : "Leida Metsakuru",
  "slugline" : "ferry-merger",
  "located" : "Vesineeme",
  "ednote" : "Corrects paragraph 2.",
  "usageterms" : "For subscribers only.",
  "description_text" : "Two lines are one from May.",
  "body_text" : "Randa \\u2013 Two ferry lines merge.\\r\\n\\r\\n  \\"We sail on\\",  says Captain Saar.\\n---\\nMore.",
  "body_xhtml" : "<p>Two <a href=\\"http:\\/\\/a.ee\\/?x&amp;\\">ferry lines<\\/a> merge.<\\/p><p>Sold &amp; ok.<\\/p>",
  "body_nitf" : "<nitf><body>Two ferry lines merge.</body></nitf>",
  "subject" : [{"name" : "Shipping", "code" : "04015001"}],
  "associations" : {
    "mainpic" : {
      "uri" : "http://news.example.ee/items/picture-1",
      "type" : "picture",
      "language" : "en-GB",
      "headline" : "The harbour",
      "description_text" : "Ferries at Vesineeme.",
      "body_text" : "A white ship at a quay",
      "renditions" : {"main" : {"href" : "http://news.example.ee/1.jpg", "title" : "Large"}}
    }
  }
}
"""
SECOND = json.dumps(
    {
        "uri": ADDRESS,
        "type": "text",
        "language": "en",
        "title": "Ferry lines merge",
        "by": "Leida Metsakuru",
        "headlines": [{"role": "seo", "value": "Ferries: lines merge"}, {"role": "main", "value": "Ferry lines merge"}],
        "descriptions": [{"contenttype": "text/plain", "value": "Two lines are one from May."}],
        "bodies": [
            {"contenttype": "text/plain", "charcount": 40, "value": "Two ferry lines merge.\nThey are one from May."},
            {
                "contenttype": "text/html; charset=utf-8",
                "value": "<h1>Ferry lines merge</h1><p>Two <b>ferry</b> lines.</p>",
            },
            {"contenttype": "application/xml", "value": "<nitf><body>Two ferry lines merge.</body></nitf>"},
        ],
        "associations": [
            {
                "name": "mainpic",
                "uri": "http://news.example.ee/items/picture-1",
                "type": "picture",
                "headlines": [{"value": "The harbour"}],
                "descriptions": [
                    {"role": "caption", "value": "Ferries at Vesineeme."},
                    {"role": "alttext", "value": "A white ship at a quay"},
                ],
            },
            {"name": "finnish", "uri": "http://news.example.ee/items/2", "language": "fi", "title": "Lauttalinjat"},
        ],
    },
    ensure_ascii=False,
)
THIRD = json.dumps(
    {
        "uri": ADDRESS,
        "standard": {"name": "ninjs", "version": "3.1"},
        "contentCreated": "2026-11-20T08:00:00Z",
        "language": "en",
        "headlines": [{"value": "Õngu's ferry lines merge"}],
        "bodies": [{"contentType": "text/html", "value": "<p>Two <b>ferry</b> lines – one from May.</p>"}],
    },
    separators=(",", ":"),
)
