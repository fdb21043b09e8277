"""What a document of ours is: plain data of a schema, JSON in, JSON out."""

from __future__ import annotations

from typing import ClassVar, Self

import msgspec


class Document:
    """Base of the dataclasses that are written as JSON; each has a field `schema`."""

    NAME: ClassVar[str]
    """What it is, in one word."""
    schema: str

    def to_json(self) -> str:
        """The document as JSON: fields in their order, two spaces, a newline at the end.

        Two # are written so that no CI takes them for the beginning of a command.
        """
        raw = msgspec.json.encode(self, enc_hook=str)
        text = msgspec.json.format(raw, indent=2).decode() + "\n"
        return text.replace("##", "#\\u0023")

    @classmethod
    def from_json(cls, text: str | bytes) -> Self:
        """The document that `to_json` wrote; a ValueError if it is of another schema."""
        found = msgspec.json.decode(text, type=cls)
        if found.schema != cls.schema:
            raise ValueError(f"not a {cls.NAME} of schema {cls.schema}")
        return found

    @classmethod
    def json_schema(cls) -> dict[str, object]:
        """JSON Schema (2020-12) of the document."""
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": cls.schema,
            "title": f"acctaudit {cls.NAME}",
            **msgspec.json.schema(cls),
        }
