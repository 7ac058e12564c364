"""Check that every public name of both packages has a known type: ``pyright --verifytypes`` must say 100 %."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Run it; 1 where a name's type is unknown or ambiguous, naming each."""
    failed = 0
    # pyright asks the first python on the path where packages are.
    here = str(Path(sys.executable).parent)
    environment = {**os.environ, "PATH": os.pathsep.join((here, os.environ.get("PATH", "")))}
    for package in ("abclient", "abclient_api"):
        command = (sys.executable, "-m", "pyright", "--outputjson", "--ignoreexternal", "--verifytypes", package)
        done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
        report = json.loads(done.stdout)["typeCompleteness"]
        for symbol in report["symbols"]:
            if symbol["isExported"] and (not symbol["isTypeKnown"] or symbol["isTypeAmbiguous"]):
                failed = 1
                print(f"{symbol['name']}: {'; '.join(found['message'] for found in symbol['diagnostics'])}")
        print(f"{package}: {report['completenessScore']:.1%} of the exported symbols have a known type")
    return failed


if __name__ == "__main__":
    sys.exit(main())
