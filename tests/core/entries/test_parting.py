"""What people wrote in a file whose record gives way is kept, as far as it stands nowhere else."""

from translate.core.entries.catalog import Entry
from translate.core.entries.losses import Reason, Superseded
from translate.core.entries.parting import parted
from translate.core.entries.past import Past, Seen
from translate.core.entries.stamp import Draft

THEIRS = Seen(Entry("The ferry sailed.", "Praam väljus."), "2026-11-20T04:00:00Z")
STAMP = Draft("Mustand.", "argos 1", "11111111").stamp
DRAFT = Seen(Entry("It was late.", "Mustand.", flags=("fuzzy",), extracted=(str(STAMP),)), "2026-11-20T04:00:00Z")
COMMENTED = Seen(Entry("No.", "", comments=("Ask the desk.",)), "2026-11-20T04:00:00Z")


def kept(*standing):
    return [one.seen for one in parted(Past((THEIRS, DRAFT, COMMENTED)), standing)]


def test_what_people_wrote_is_kept_and_what_a_machine_drafted_is_not():
    assert parted(Past((THEIRS, DRAFT))) == (Superseded(THEIRS, Reason.REMOVED),)
    assert kept() == [THEIRS, COMMENTED]


def test_what_stands_elsewhere_is_kept_there():
    assert kept(THEIRS.entry, COMMENTED.entry) == []
    assert kept(Entry(THEIRS.entry.msgid, "Laev väljus."), Entry("No.", "Ei.")) == [THEIRS, COMMENTED]
