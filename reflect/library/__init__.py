"""Protocols: from Markdown in `prompts/` to `reflect.domain.protocol`."""
