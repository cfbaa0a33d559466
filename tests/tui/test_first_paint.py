"""The locked page is painted before anything heavy is loaded; the rest loads in a thread while the person types."""

import subprocess
import sys

HEAVY = {"pydantic", "tinydb", "cryptography", "markdown_it", "yaml", "phonenumbers", "rapidfuzz", "pycrfsuite", "docx"}
PAINTED = """
import sys
from pathlib import Path
from reflect.tui.app import ReflectApp
from reflect.tui.screens.unlock import Unlock
from reflect.workflows.surroundings import Surroundings
from reflect.settings.places import Places
places = Places.find({"XDG_%s_HOME" % name: "/nowhere" for name in ("CONFIG", "DATA", "STATE", "CACHE")})
app = ReflectApp(Surroundings(places))
page = Unlock()
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def test_nothing_heavy_is_loaded_before_the_first_paint() -> None:
    done = subprocess.run([sys.executable, "-c", PAINTED], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & HEAVY
