"""What goes out as JSON is what its schema says."""

import json
from typing import Any

import pytest

from reflect.cli.shapes.contract import SHAPES
from tests.cli.world import Home


def test_every_shape_has_a_schema(empty_home: Home) -> None:
    schemas = empty_home.reflect("help", "formats").json
    assert set(schemas) == set(SHAPES)
    for schema in schemas.values():
        assert schema["$schema"].endswith("2020-12/schema")
        assert schema["type"] in {"object", "array"}


CALLS = {
    "list": ("list",),
    "trash": ("trash",),
    "check": ("check",),
    "prompts list": ("prompts", "list"),
    "prompts show": ("prompts", "show", "rueckblick"),
    "prompts check": ("prompts", "check"),
    "anonymize": ("anonymize",),
    "config": ("config",),
    "leitbild show": ("leitbild", "show"),
    "takeout": ("takeout", "--output", "copy"),
    "session list": ("session", "list"),
    "session plan": ("session", "plan", "neun"),
}


@pytest.mark.parametrize("verb", CALLS)
def test_an_output_fits_its_shape(home: Home, verb: str) -> None:
    home.wrote()
    done = home.opened(*CALLS[verb], "--json", given="Selam kam.")
    fits(verb, done.out)


def test_the_output_for_one_entry_fits(home: Home) -> None:
    given = json.dumps({"schritt": "Ich frage Selam Tesfay."})
    made = home.opened("new", "kurzreflexion", "--answers", "-", "--json", given=given)
    fits("new", made.out)
    entry = made.json["id"]
    fits("edit", home.opened("edit", entry, "--answers", "-", "--json", given='{"was": "Laut."}').out)
    fits("show", home.opened("show", entry, "--json").out)
    fits("search", home.reflect("search", "--json", "--password-file", home.secret, given="selam\n").out)
    fits("export (7)", home.opened("export", entry, "--for", "team", "--output", "x.md", "--json").out)


def fits(verb: str, out: str) -> None:
    shape, many = SHAPES[verb]
    value: Any = json.loads(out)
    for one in value if many else [value]:
        shape.model_validate(one)


def test_a_surplus_key_is_noticed(home: Home) -> None:
    home.wrote()
    row = home.opened("list", "--json").json[0]
    with pytest.raises(ValueError, match="surplus"):
        SHAPES["list"][0].model_validate(row | {"surplus": 1})
