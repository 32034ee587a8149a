"""The first hour: README's two commands, from a clean clone with an empty home."""

import subprocess
import threading
from pathlib import Path
from urllib.request import getproxies

import pytest

from tests.install.accounts import account, by_install_test
from tests.install.proxy import Proxy
from tests.programs import needs
from tests.test_deploy import NAMESPACE, in_namespace

pytestmark = [by_install_test, needs("git", "make", "apertium")]

ONE_TEST = "make test TESTS=tests/test_house.py::test_the_version_is_written_once"
DPKG = Path("/var/lib/dpkg/status")
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
"""Whom the system trusts, on Debian."""


@pytest.mark.parametrize("who", ["root", "ordinary"])
def test_the_demo_and_the_tests_run_for_whoever_types_them(who):
    with account(who) as one:
        one.types("make demo")
        before = DPKG.exists() and DPKG.stat().st_mtime_ns
        assert "1 passed" in one.types(ONE_TEST)
        assert (DPKG.exists() and DPKG.stat().st_mtime_ns) == before


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
