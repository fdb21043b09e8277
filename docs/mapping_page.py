"""The page on mappings, with the columns that a mapping may name."""

from __future__ import annotations

from acctaudit.model.tables import POST_COLUMNS
from acctaudit.readers.mapping.columns import COLUMNS, EXTRA, PROFILES

_PAGE = """# Any other table

A table of no known format (CSV, JSON, lines of JSON, Parquet) is read with a mapping: a
TOML file that says which of its columns are which of ours.

```console
acctaudit formats --guess posts.csv > mapping.toml
acctaudit report posts.csv --columns mapping.toml --as-of 2024-05-01
```

The first command proposes a mapping from the names of the columns and from what stands in
them, and says in comments what it guessed, what it left out, and what cannot be judged
therefore. Read it, mend it, keep it. A mapping for the libraries of a published study
stands in [samples/mappings](../samples/mappings/libraries-2014.toml).

```toml
[posts]                        # ours = "theirs"
post_id = "id"
created_at = "date"
text = "message"
likes = ["likes", "favs"]      # the first of these that is there

[options]                      # all may be left out
time_zone = "Europe/Vienna"    # for times that name no zone
time_format = "%d.%m.%Y %H:%M" # strptime, where the form is not one of the known ones
timeline = "recent"            # complete, recent, sample or ends
handle = "acme"                # whose posts they are, if the table does not say
as_of = "2024-05-01"
encoding = "cp1252"
missing = ["?"]                # more ways to say that there is no value
reposts = "RT @"               # texts that begin so are reposts
escaped = true                 # text still holds HTML entities

[profiles]                     # beside it: a table of accounts, one a row
handle = "screen_name"
followers = "followers_count"

[values.kind]                  # where a column, named as `kind`, says what a post is
original = ["tweet"]
reply = ["reply"]
repost = ["retweet"]
quote = ["quote"]
```

A mapping is used for inputs of no known format; `--from mapping` uses it for all. A column
that is not mapped is not measured: leave out what the table does not say, and nothing is
taken for zero. A time without a zone is taken from the post's id, or else the post is set
aside.

## Columns of `[posts]`

| ours | what it holds |
|---|---|
{posts}

`post_id` or `created_at` is needed, or `url`.

## Other tables

Instead of `[posts]` a mapping may describe one of these:

{others}

## Profiles of accounts

A table of accounts, one a row, is described by `[profiles]`, alone or beside one of the
others. Then one mapping reads both tables: each is taken for the one of which it lacks
fewer columns. What it says of the owner of the posts becomes the profile; `acctaudit site
--each-author` takes all of them.

`[profiles]`: {profiles}. `handle` or `user_id` is needed; `link` is the address on the
profile.
"""


def page() -> str:
    """The page, with every column that a mapping may name."""
    held = {name: column.holds for name, column in POST_COLUMNS.items()} | EXTRA
    posts = "\n".join(f"| `{name}` | {held[name]} |" for name in COLUMNS["posts"])
    others = "\n".join(
        f"- `[{table}]`: {', '.join(f'`{name}`' for name in names)}"
        for table, names in COLUMNS.items()
        if table not in {"posts", PROFILES}
    )
    profiles = ", ".join(f"`{name}`" for name in COLUMNS[PROFILES])
    return _PAGE.format(posts=posts, others=others, profiles=profiles)
