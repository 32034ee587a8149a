"""Files that nobody here wrote come back as they are."""

import pytest

from tools.roundtrip.family import all_families
from tools.roundtrip.trying import attempts, chosen, drawn

FAMILIES = [*all_families()]


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_real_files_come_back_byte_for_byte_and_another_program_sees_the_same(family):
    files = [path for paths in chosen(family, 100) for path in paths]
    if not files:
        why = family.sample.fetch()
        if why:
            pytest.skip(f"no {family.name} files are here, and {why}")
        files = family.sample.files(family.endings)
    outcomes = attempts(family, drawn(files, 50))
    assert [(one.path.name, one.word, one.against) for one in outcomes if one.word == "WRONG" or one.against] == []
    assert sum(one.word == "identical" for one in outcomes) > 0.9 * len(outcomes)
