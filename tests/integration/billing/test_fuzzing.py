"""Requests that nobody thought of: made from the API's own description, against the real site.

`FUZZING_EXAMPLES=1000` asks as often of each operation; the default keeps the tests quick.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from billing import clock
from billing.access import OPERATOR_SCOPES
from billing.database import Database
from billing.demo import fill
from billing.settings import Settings
from tests.integration.billing.server import serving, system_token

EXAMPLES = os.environ.get("FUZZING_EXAMPLES", "15")
SECONDS = 10_000
#: An operation that is not held answers 501, and says so in the description. What a report must
#: have besides depends on its kind, and whether an attachment is a picture on its bytes: no schema
#: tells. None is deleted, whoever asks.
CONFIG = """
[checks.not_a_server_error]
expected-statuses = ["2xx", "3xx", "4xx", 501]

[[operations]]
include-method = ["POST", "PATCH", "DELETE"]
[operations.checks.positive_data_acceptance]
enabled = false
"""


@pytest.mark.timeout(SECONDS)
@pytest.mark.parametrize(
    "token", ["pl", system_token(*OPERATOR_SCOPES)], ids=["customer", "system"]
)
def test_no_request_finds_an_answer_that_is_not_described(
    token: str, empty_address: str, tmp_path: Path
):
    settings = Settings(aclaro_var=tmp_path, database_url=empty_address)
    _fill(settings)
    with serving(settings) as address:
        _fuzz(f"{address}/tmf-api", token, tmp_path)


def _fill(settings: Settings) -> None:
    database = Database(settings.database)
    database.migrate()
    with database.write() as session:
        fill(session, clock.now())
    database.close()


def _fuzz(api: str, token: str, folder: Path) -> None:
    (folder / "schemathesis.toml").write_text(CONFIG, encoding="utf-8")
    command = [str(Path(sys.executable).with_name("schemathesis"))]
    command += ["--config-file", "schemathesis.toml", "run", f"{api}/openapi.json"]
    command += ["--url", api, "--header", f"Authorization: Bearer {token}"]
    command += ["--max-examples", EXAMPLES, "--seed", "1", "--warnings", "off"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-6_000:] + done.stderr[-2_000:]
