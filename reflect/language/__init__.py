"""Words for people: German is the source language, English is complete."""
