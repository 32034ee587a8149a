"""The measure of sentence ends still measures, and names what it has no treebank of."""

import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "benchmarks/sentences.py"
TREEBANK = """\
# newdoc id = one
# sent_id = 1
# text = Gov. Mets left at noon.
# sent_id = 2
# text = Nobody asked why.
# newdoc id = two
# sent_id = 3
# text = A headline
# sent_id = 4
# text = It rained. It snowed.
# sent_id = 5
# text = Then it was over.
"""


def test_a_treebank_that_is_there_is_scored_and_the_others_are_named(tmp_path):
    (tmp_path / "en_pud-ud-test.conllu").write_text(TREEBANK, "utf-8")
    (tmp_path / "en_gum-ud-test.conllu").write_text("", "utf-8")
    command = [sys.executable, SCRIPT, tmp_path, "--only", "newsdesk"]
    head, english, *others = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    assert head.split() == ["set", "splitter", "closed", "F1", "more", "missed", "all", "F1", "more", "missed"]
    assert english.split() == ["en", "PUD", "newsdesk", "0.8000", "1", "0", "0.6667", "1", "1"]
    assert others[0] == "en GUM      not run: no en_gum-ud-test.conllu in the folders given"
    assert len(others) == 10
    assert all(": no " in line for line in others)
