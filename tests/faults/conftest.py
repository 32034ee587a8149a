"""What the fault suite tells at its end: how much it has tried."""

import pytest


@pytest.fixture
def counts(record_property):
    """Told what was counted, one line; shown at the end."""

    def tell(line):
        record_property("counts", line)

    return tell


def pytest_terminal_summary(terminalreporter):
    told = [
        f"{report.nodeid.rpartition('::')[2]}: {line}"
        for reports in terminalreporter.stats.values()
        for report in reports
        if getattr(report, "when", "") == "call"
        for name, line in report.user_properties
        if name == "counts"
    ]
    if told:
        terminalreporter.section("what the fault suite has tried")
        for line in told:
            terminalreporter.write_line(line)
