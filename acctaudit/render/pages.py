"""What every page shares: templates that escape, one style sheet, and its fingerprint.

No request, no script, no inline style; a content security policy allows exactly the one
style sheet. Whatever a template prints passes `_printed`: cleaned, masked, then escaped.
"""

from __future__ import annotations

import re
from base64 import b64encode
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING

from acctaudit import safe, words
from acctaudit.errors import InputError, UsageError
from acctaudit.render import palette, prose, sections, texture
from acctaudit.render.brand import for_dark
from acctaudit.render.look import PLAIN, Look
from acctaudit.render.markup import Html, clean, clipped
from acctaudit.say import say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment

_DARK = "@media screen and (prefers-color-scheme:dark)"
"""Without `screen` the page would be printed dark."""
MAX_ROWS = 500
"""Longest table; the rest is in the JSON."""
INDENT = re.compile(r"\n[ \n]+")
"""Blank lines and indentation of our templates: a twentieth of the page."""
OURS = "ours"
"""A template of somebody else reaches ours of the same name as `ours/NAME`."""


class _Absent(TypeError):
    """A template printed a value that is absent."""


def environment(look: Look, **names: object) -> Environment:
    """Templates that escape whatever they print, and may use these names.

    Those of the user's folder come first. Without such a folder they are compiled once.
    """
    return _made(look.templates, **names) if look.templates else _ours(**names)


@cache
def _ours(**names: object) -> Environment:
    return _made("", **names)


def _made(folder: str, **names: object) -> Environment:
    from jinja2 import (
        ChoiceLoader,
        Environment,
        FileSystemLoader,
        PackageLoader,
        PrefixLoader,
        StrictUndefined,
    )

    ours = PackageLoader("acctaudit")
    own = [FileSystemLoader(folder)] if folder else []
    made = Environment(
        loader=ChoiceLoader([*own, ours, PrefixLoader({OURS: ours})]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_printed,
        keep_trailing_newline=True,
    )
    made.filters.update(day=words.day, number=words.number, prose=prose.html, slug=slug)
    made.filters.update(capital=words.capital, inline=prose.inline, clip=clipped)
    made.filters.update(goal=sections.goal)
    made.globals.update(_=say, words=words, sections=sections, max_rows=MAX_ROWS)
    made.globals.update(link=prose.link, url=safe.url, light=palette.LIGHT)
    made.globals.update(textures=texture.definitions(), **names)
    return made


def style(look: Look, more: str = "") -> dict[str, str]:
    """The style sheet of a page as `css`, with `more` rules, and its `digest`."""
    css = Html(INDENT.sub("\n", _style(look, more)))
    return {"css": css, "digest": b64encode(sha256(css.encode()).digest()).decode()}


@contextmanager
def guarded(look: Look) -> Iterator[None]:
    """Say in one line what is wrong with a template of the user's folder, and where."""
    try:
        yield
    except InputError:
        raise
    except Exception as error:  # a template is a program of the user: it may raise anything
        if not look.templates:
            raise
        what, remedy = _wrong(error)
        raise UsageError(
            f"this template cannot be used: {_place(error, look.templates)}:"
            f" {' '.join(what.split())}; {remedy}"
        ) from None


def _place(error: Exception, folder: str) -> str:
    """The file and line of a mistake: of the user's own templates, if one is concerned."""
    from jinja2 import TemplateSyntaxError

    if isinstance(error, UnicodeDecodeError):
        return _not_utf8(folder)
    if isinstance(error, TemplateSyntaxError):
        return f"{error.filename or error.name}, line {error.lineno}"
    frames = [
        (frame.f_code.co_filename, line)
        for frame, line in walk_tb(error.__traceback__)
        if frame.f_code.co_filename.endswith(".j2")
    ]
    own = [frame for frame in frames if Path(frame[0]).is_relative_to(folder)]
    for name, line in reversed(own or frames):
        return f"{name}, line {line}"
    return folder


def _not_utf8(folder: str) -> str:
    """The first template of a folder that is not in UTF-8, and the line."""
    for file in sorted(Path(folder).rglob("*.j2")):
        raw = file.read_bytes()
        try:
            raw.decode()
        except UnicodeDecodeError as error:
            line = len(raw[: error.start].split(b"\n"))
            return f"{file}, line {line}"
    return folder


def _wrong(error: Exception) -> tuple[str, str]:
    """What is wrong with a template, and what to do about it."""
    from jinja2 import TemplateError, TemplateNotFound, UndefinedError

    message = error.message if isinstance(error, TemplateError) else str(error)
    what, remedy = f"{type(error).__name__}: {message}".removesuffix(": "), "mend this line"
    match error:
        case UnicodeDecodeError():
            what, remedy = "it is not in UTF-8", "save it as UTF-8"
        case RecursionError():
            what = "it extends, includes or calls itself without end"
            remedy = f"name our template of the same name as {OURS}/NAME"
        case TemplateNotFound():
            what = f"there is no template {error.name}"
            remedy = f"put it into the folder, or name ours as {OURS}/NAME"
        case _Absent():
            what, remedy = message or "", "print it only where it is there: {% if VALUE %}"
        case UndefinedError():
            what, remedy = message or "", "use a name that our template uses"
    return what, remedy


def _printed(value: object) -> object:
    """What a template may print: markup, or data without controls and addresses."""
    if hasattr(value, "__html__"):
        return value
    if value is None:
        raise _Absent("a value that is absent (None) is printed")
    return clean(str(value))


def _style(look: Look = PLAIN, more: str = "") -> Html:
    """The style sheet with the colours of both themes before it."""
    light, dark = palette.tokens(palette.LIGHT), palette.tokens(palette.DARK)
    if look.accent:
        light += f"--accent:{look.accent};"
        dark += f"--accent:{for_dark(look.accent)};"
    parts = (
        f":root{{{light}}}",
        f"{_DARK}{{:root{{color-scheme:dark;{dark}}}}}",
        palette.classes(),
        (files("acctaudit") / "templates" / "report.css").read_text("utf-8"),
        more,
        f"@media (forced-colors:active){{svg{{{light}}}}}",
    )
    return Html("\n".join(filter(None, parts)))


def slug(value: str) -> str:
    """A value as part of an identifier: letters and digits."""
    return "".join(char for char in value.lower() if char.isascii() and char.isalnum())
