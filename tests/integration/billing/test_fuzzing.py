"""Requests that nobody thought of: made from the API's own description, against the real site.

`FUZZING_EXAMPLES=1000` asks as often of each operation; the default keeps the tests quick.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = os.environ.get("FUZZING_EXAMPLES", "15")
SECONDS = 3_000
#: An operation that is not held answers 501, and says so in the description. What a report must
#: have besides depends on its kind, and whether an attachment is a picture on its bytes: no schema
#: tells.
CONFIG = """
[checks.not_a_server_error]
expected-statuses = ["2xx", "3xx", "4xx", 501]

[[operations]]
include-method = ["POST", "PATCH"]
[operations.checks.positive_data_acceptance]
enabled = false
"""


@pytest.mark.timeout(SECONDS)
def test_no_request_finds_an_answer_that_is_not_described(billing_address: str, tmp_path: Path):
    (tmp_path / "schemathesis.toml").write_text(CONFIG, encoding="utf-8")
    api = f"{billing_address}/tmf-api"
    command = [str(Path(sys.executable).with_name("schemathesis"))]
    command += ["--config-file", "schemathesis.toml", "run", f"{api}/openapi.json"]
    command += ["--url", api, "--header", "Authorization: Bearer pl"]
    command += ["--max-examples", EXAMPLES, "--seed", "1", "--warnings", "off"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-6_000:] + done.stderr[-2_000:]
