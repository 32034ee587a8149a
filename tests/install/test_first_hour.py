"""The first hour: README's commands, from a clean clone with an empty home."""

import shlex
import subprocess
import threading
from pathlib import Path
from urllib.request import getproxies

import pytest

from tests.install.accounts import account, by_install_test
from tests.install.proxy import Proxy
from tests.programs import needs
from tests.test_deploy import NAMESPACE, in_namespace
from tests.test_readme import COMMANDS, index  # noqa: F401  A fixture.

pytestmark = [by_install_test, needs("git", "make", "apertium")]

CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
"""Whom the system trusts, on Debian."""
ONE_TEST = "make test TESTS=tests/test_house.py::test_the_version_is_written_once"


@pytest.mark.parametrize("who", ["root", "ordinary"])
def test_readme_is_followed_word_for_word(who, index):  # noqa: F811
    """But for `make test`, which is typed with one test, and for where Argos Translate's index is."""
    lines = [ONE_TEST if command == "make test" else command for command in COMMANDS]
    lines.insert(lines.index("newsdesk models install en et"), f"export ARGOS_PACKAGE_INDEX={index}")
    # One terminal for all; a finding is no reason to stop.
    typed = (f"echo {shlex.quote(f'$ {line}')}\n{line} || [ $? -eq 1 ] || exit" for line in lines)
    with account(who) as one:
        said = one.types("\n".join(typed))
        assert "1 passed" in said
        assert "Traceback" not in said
        assert "Installing Debian packages" not in said
        assert one.types("git status --porcelain") == "?? mydesk/\n"


@pytest.fixture
def proxy(tmp_path):
    """A proxy, and a file with whom the system trusts, the proxy's own certificate authority among them."""
    import trustme

    if "https" in getproxies():
        pytest.skip("this machine is behind a proxy already")
    if not CERTIFICATES.exists():
        pytest.skip(f"the system keeps its certificates elsewhere than in {CERTIFICATES}")
    authority = trustme.CA()
    trusted = tmp_path / "trusted.pem"
    trusted.write_bytes(CERTIFICATES.read_bytes() + b"\n" + authority.cert_pem.bytes())
    with Proxy(lambda host, context: authority.issue_cert(host).configure_cert(context)) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server, trusted
        server.shutdown()


@in_namespace
def test_behind_a_proxy_with_its_own_certificate_authority_that_the_system_trusts(proxy):
    server, trusted = proxy
    address = f"http://127.0.0.1:{server.server_address[1]}"
    # pip is told whom to trust, as it must be until version 24.2; uv is not, and asks the system.
    behind = {"HTTPS_PROXY": address, "PIP_CERT": str(CERTIFICATES), "SSL_CERT_FILE": None, "SSL_CERT_DIR": None}
    trusting = (*NAMESPACE, "sh", "-c", f'mount --bind {trusted} {CERTIFICATES} && exec "$@"', "sh")
    with account() as one:
        fresh = "uv pip install --no-config --target elsewhere click"
        told = subprocess.run(
            [*trusting, *fresh.split()], cwd=one.clone, env=one.environment(**behind), capture_output=True, check=False
        )
        assert b"UnknownIssuer" in told.stderr  # Who asks nobody but itself does not get through.
        assert server.agents == set()

        one.types("make demo", *trusting, **behind)
        assert {"pip", "uv"} <= server.agents
