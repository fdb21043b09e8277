"""Customer Support on Twitter: only conversations with an answer, ids by counting.

Customers are numbers, in their own rows and where a text names them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from samples.writers._flat import Row, ctime, escaped, moment_of, sheet

if TYPE_CHECKING:
    from samples.tale import Tale, Told

KINDS = ("reply",)
KEEPS = frozenset({"created_at", "kind"})
TELLS = {"handle": "arch_museum", "inbound": 4}
"""What else the export says."""
COLUMNS = (
    "tweet_id", "author_id", "inbound", "created_at", "text", "response_tweet_id",
    "in_response_to_tweet_id",
)  # fmt: skip
CUSTOMER = "115712"


def write(tale: Tale) -> dict[str, bytes]:
    """Each answer, and the question before it."""
    answers = [told for told in tale.posts if told.kind in KINDS]
    rows: list[Row] = []
    for told in answers:
        rows += _pair(told, tale.owner.handle, len(rows) + 1)
    return {"twcs.csv": sheet(COLUMNS, rows)}


def _pair(told: Told, brand: str, number: int) -> list[Row]:
    """An answer with the number given, and its question with the next."""
    asked = told.about
    if asked is None or asked.post_id is None:
        raise AssertionError("a reply answers something")
    return [
        {
            "tweet_id": number,
            "author_id": brand,
            "inbound": "False",
            "created_at": ctime(told.at),
            "text": escaped(told.text.replace(asked.author.handle, CUSTOMER)),
            "in_response_to_tweet_id": f"{number + 1}.0",
        },
        {
            "tweet_id": number + 1,
            "author_id": CUSTOMER,
            "inbound": "True",
            "created_at": ctime(moment_of(asked.post_id)),
            "text": escaped(asked.text),
            "response_tweet_id": number,
        },
    ]
