"""The locked page, and the first one ever, are painted before anything heavy is loaded.

The rest loads in a thread while the person types.
"""

import subprocess
import sys

import pytest

HEAVY = {"pydantic", "tinydb", "cryptography", "markdown_it", "yaml", "phonenumbers", "rapidfuzz", "pycrfsuite", "docx"}
PAINTED = """
import sys
from pathlib import Path
from reflect.tui.app import ReflectApp
from reflect.tui.screens.{module} import {page}
from reflect.workflows.surroundings import Surroundings
from reflect.settings.places import Places
places = Places.find(dict.fromkeys(["XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"], "/nowhere"))
app = ReflectApp(Surroundings(places))
page = {page}()
print(*sorted(set(name.partition(".")[0] for name in sys.modules)))
"""


@pytest.mark.parametrize(("module", "page"), [("unlock", "Unlock"), ("setup.first_run", "FirstRun")])
def test_nothing_heavy_is_loaded_before_the_first_paint(module: str, page: str) -> None:
    code = PAINTED.format(module=module, page=page)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & HEAVY
