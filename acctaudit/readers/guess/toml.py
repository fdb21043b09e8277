"""Texts as TOML writes them, with nothing in them that a terminal would obey."""

from __future__ import annotations

from acctaudit import safe


def quoted(text: str) -> str:
    """A TOML string; what is no plain character is escaped, so that it can be read back."""
    return f'"{"".join(map(_char, text))}"'


def comment(text: str) -> str:
    """One line of comment."""
    return f"# {safe.terminal(text)}".rstrip()


def pair(key: str, value: str, remark: str = "") -> str:
    """A line `key = "value"`, with a remark behind it."""
    return _with(f"{key} = {quoted(value)}", remark)


def listed(key: str, values: list[str], remark: str = "") -> str:
    """A line `key = ["value", "value"]`, with a remark behind it."""
    return _with(f"{key} = [{', '.join(map(quoted, values))}]", remark)


def _with(line: str, remark: str) -> str:
    return f"{line}  {comment(remark)}" if remark else line


def _char(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if safe.text(char) == char and char != "\n":
        return char
    code = ord(char)
    if 0xD800 <= code <= 0xDFFF:
        return "\ufffd"
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
