"""A pair is tried with a plain sentence, and is not called broken for what somebody did to its programs once."""

import pytest

from tests.apertium.scripts import STAGES, install_stages, write_stage
from tests.patience import PATIENCE
from translate.apertium.installation import Installation
from translate.apertium.pipeline import Pipeline, Program
from translate.apertium.trial import trial

ENDS = "os.kill(os.getpid(), signal.{})"
ONCE = f"os.path.exists(sys.argv[0] + '.met') or (open(sys.argv[0] + '.met', 'w'), {ENDS}); {STAGES['adds-as']}"


@pytest.mark.parametrize(
    ("does", "fault"),
    [
        (STAGES["adds-as"], None),
        (ONCE.format("SIGKILL"), None),
        (ENDS.format("SIGKILL"), "stage of eng-lav was killed by signal 9"),
        (ONCE.format("SIGSEGV"), "stage of eng-lav was killed by signal 11"),
    ],
)
def test_a_pair_is_broken_when_it_falls_by_itself_or_is_killed_again(tmp_path, does, fault):
    programs = install_stages(tmp_path / "bin")
    write_stage(programs / "stage", does)
    pipeline = Pipeline("eng-lav", ((Program("stage", (str(programs / "stage"),)),),))
    assert trial(Installation("no-apertium"), pipeline, "en", patience=PATIENCE) == fault
