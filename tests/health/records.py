"""A run as it begins and as it ended, to be told of."""

from dataclasses import replace

from translate.core.results.night import LocaleFigures, Phase, RunRecord
from translate.core.results.summary import Counts, ExitCode, Trouble

RECORD = RunRecord(number=12, run_id="run-7", version="0.1.0", started="2026-11-22T02:15:00Z")

ENDED = replace(
    RECORD,
    ended="2026-11-22T02:20:00Z",
    exit_code=ExitCode.FINDINGS,
    seconds=300.1234,
    phases=(Phase("survey", 1.5, {"articles": 3}), Phase("draft", 290.25, {"drafted": 17})),
    locales=(
        LocaleFigures(
            locale="et",
            engine="argos en-et 1.9",
            counts=Counts(approved=3, in_review=2, drafts=17, untranslated=1, obsolete=9, flagged=4, words_left=1234),
            catalogs=3,
            drafted=17,
            errors=2,
            warnings=5,
        ),
    ),
    unfinished=6,
    troubles=(Trouble("a.txt line 3: has no headline", "a.txt", 3),),
)
