import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from translate.workers.addresses import ClusterError, checked


@pytest.mark.parametrize(
    "address",
    ["tls://scheduler.example:8786", "tls://10.0.0.7:1", "tls://[fd00::7]:8786", "tls://localhost:65535",
     "tcp://127.0.0.1:8786", "tcp://localhost:8786", "tcp://[::1]:8786", "tcp://127.9.9.9:8786"],
)  # fmt: skip
def test_a_scheduler_is_asked_with_tls_or_on_this_machine(address: str) -> None:
    assert checked(address) == address


@pytest.mark.parametrize(
    "address",
    ["tcp://scheduler.example:8786", "tcp://10.0.0.7:8786", "tcp://0.0.0.0:8786", "tcp://[::]:8786",
     "tcp://localhost.example:8786", "tcp://127.0.0.1.example:8786", "tcp://2130706433:8786"],
)  # fmt: skip
def test_beyond_this_machine_nothing_is_asked_without_tls(address: str) -> None:
    with pytest.raises(ClusterError, match="is not asked without TLS: whoever reaches such a scheduler runs what"):
        checked(address)


@pytest.mark.parametrize(
    "address",
    ["", "scheduler.example", "scheduler.example:8786", "tls://scheduler.example", "tls://:8786", "tls://a:0",
     "tls://a:65536", "tls://a:x", "tls://a:8786/", "tls://a:8786?b", "tls://a:8786#b", "tls://me@a:8786", "TLS://a:8786",
     "http://a:8786", "ucx://a:8786", "inproc://a:8786", "ws://a:8786", "file:///a", "tls://[::1", "tls://a b:8786",
     "tls://a\n:8786", "tls://ä:8786", "tls://a:٣", "tls://fd00::7:8786", " tls://a:8786", "tls://a:8786 ",
     "tcp://127.0.0.1:8786@b:1", "tcp://127.0.0.1\\@b:1", "tls://[fe80::1%25eth0]:8786", "tls://" + "a" * 400 + ":1"],
)  # fmt: skip
def test_what_is_no_address_is_told_with_one_that_is(address: str) -> None:
    with pytest.raises(ClusterError, match=r"is not the address of a scheduler: write it as tls://scheduler\.example:"):
        checked(address)


@given(
    st.one_of(st.text(), st.text("tclsp:/.[]@#?%\\-0127 a\n\x1b\u202e٣", max_size=40).map("tcp://127.0.0.1".__add__))
)
@example("tls://\ud800:1")
def test_whatever_is_typed_is_an_address_or_told_in_one_line(address: str) -> None:
    try:
        told = checked(address)
    except ClusterError as error:
        told = str(error)
    assert told.isprintable()
    assert told.startswith(("“", "tls://", "tcp://127.", "tcp://localhost:", "tcp://["))
