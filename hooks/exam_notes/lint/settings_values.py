"""What the settings in mkdocs.yml have to be, one after the other."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from importlib.metadata import entry_points
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from markdown import Markdown

from exam_notes.lint.near import nearest
from exam_notes.lint.yaml_file import Fault, line_of
from exam_notes.reading.limits import Limits

# MkDocs' own: mkdocs/config/defaults.py, 1.6.1. A test compares them.
_NAMES = """
INHERIT site_name nav exclude_docs draft_docs not_in_nav site_url site_description site_author theme
docs_dir site_dir copyright dev_addr use_directory_urls repo_url repo_name edit_uri extra_css
edit_uri_template extra_javascript extra_templates markdown_extensions strict remote_branch
remote_name extra plugins hooks watch validation
"""
KNOWN = frozenset(_NAMES.split())
HOOKS = ("hooks/hook.py", "hooks/publish.py")
# Files in docs/ that are for authors: pages are never left out, for rules know all of them.
FOR_AUTHORS = ("/published-ids.txt", "/sources.yml", "/deck-times.tsv")
# Without these, notes are read as something else than they are written for.
EXTENSIONS = {
    "attr_list": "{}",
    "pymdownx.quotes": "{ callouts: true }",
    "pymdownx.superfences": "{}",
    "sane_lists": "{}",
}
_WORDS = ("warn", "info", "ignore", "relative_to_docs")
_NEEDED = {
    "site_name": "site_name: ...",
    "nav": "nav: and the pages below it",
    "hooks": f"hooks: [{', '.join(HOOKS)}]",
    "theme": "theme: { name: material, custom_dir: overrides }",
    "plugins": "plugins: { search: {} }",
    "markdown_extensions": f"markdown_extensions: and {', '.join(EXTENSIONS)} below it",
}


class Value(NamedTuple):
    """A setting: its name, the line of the name, its value as a node and as a plain value."""

    key: str
    line: int
    node: yaml.Node

    @classmethod
    def of(cls, key: yaml.Node, node: yaml.Node) -> Value:
        is_name = isinstance(key, yaml.ScalarNode)
        return cls(key.value if is_name else "", line_of(key), node)

    @property
    def is_given_outside(self) -> bool:
        """Tell whether the value comes from the environment: `!ENV NAME`."""
        return self.node.tag == "!ENV"

    @property
    def plain(self) -> Any:
        return plain(self.node)

    @property
    def pairs(self) -> list[Value]:
        """What the value says by names; [] where it is no mapping."""
        is_mapping = isinstance(self.node, yaml.MappingNode)
        return [Value.of(*pair) for pair in self.node.value] if is_mapping else []

    @property
    def items(self) -> list[Value]:
        """The items of a list; those of a mapping of one name have that name."""
        is_list = isinstance(self.node, yaml.SequenceNode)
        return [_item(item) for item in self.node.value] if is_list else []


def _item(node: yaml.Node) -> Value:
    pair = node.value[0] if isinstance(node, yaml.MappingNode) and node.value else (node, node)
    return Value.of(*pair)


def plain(node: yaml.Node) -> Any:
    """Return the plain value of a node; None for what a tag of MkDocs stands for."""
    if isinstance(node, yaml.SequenceNode):
        return [plain(item) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        return {str(key.value): plain(value) for key, value in node.value}
    loader = yaml.SafeLoader("")
    try:
        return loader.construct_object(node)
    except (yaml.YAMLError, ValueError):
        return None


def faults_of_values(values: Sequence[Value], root: Path) -> Iterator[Fault]:
    """Yield what is wrong with the settings of the project at `root`."""
    yield from _faults_of_keys(values)
    yield from (fault for value in values for fault in _faults_of_tags(value.node))
    for value in values:
        if value.key in _CHECKS and not value.is_given_outside:
            yield from (
                Fault(line or value.line, fault) for line, fault in _CHECKS[value.key](value, root)
            )


def _faults_of_keys(values: Sequence[Value]) -> Iterator[Fault]:
    keys = [value.key for value in values]
    for number, (key, line, _) in enumerate(values):
        near = nearest(key, KNOWN)
        if key not in KNOWN:
            ask = f"did you mean '{near}'?" if near else "take it away"
            yield Fault(line, f"has the unknown setting '{key}'; {ask}")
        elif key in keys[:number]:
            yield Fault(line, f"has '{key}' a second time; keep one")
    for key, form in _NEEDED.items():
        if key not in keys:
            yield Fault(1, f"begins settings without '{key}'; add '{form}'")


def _faults_of_tags(node: yaml.Node) -> Iterator[Fault]:
    if node.tag.startswith("!") and node.tag not in ("!ENV", "!relative"):
        yield Fault(line_of(node), f"has the tag '{node.tag}'; take it away, or write !ENV NAME")
    if isinstance(node, yaml.CollectionNode):
        is_list = isinstance(node, yaml.SequenceNode)
        parts = node.value if is_list else [part for pair in node.value for part in pair]
        yield from (fault for part in parts for fault in _faults_of_tags(part))


# A line, 0 for that of the setting's name, and what is wrong with it.
_Found = Iterator[tuple[int, str]]
_Check = Callable[[Value, Path], _Found]


def _one_of(kinds: type | tuple[type, ...], form: str) -> _Check:
    """Return the check of a setting whose value is of a kind; `form` shows one."""

    def check(value: Value, _: Path) -> _Found:
        found = value.plain
        if not isinstance(found, kinds) or (isinstance(found, str) and not found.strip()):
            yield 0, f"has {_shown(found)} for '{value.key}'; write {value.key}: {form}"

    return check


def _shown(found: Any) -> str:
    text = json.dumps(found, ensure_ascii=False, default=str)
    return "nothing" if found is None else text if len(text) < 40 else f"{text[:38]} …"


_text, _yes_or_no = _one_of(str, "and its text"), _one_of(bool, "true or false")


def _nav(value: Value, _: Path) -> _Found:
    if not isinstance(value.node, yaml.SequenceNode) or not value.node.value:
        yield 0, "has no list for 'nav'; write below it '- Title: page.md'"


def _docs_dir(value: Value, _: Path) -> _Found:
    if value.plain != "docs":
        yield 0, f"has {_shown(value.plain)} for 'docs_dir'; write docs_dir: docs"


def _theme(value: Value, root: Path) -> _Found:
    given = {pair.key: pair for pair in value.pairs}
    for key, wanted in (("name", "material"), ("custom_dir", "overrides")):
        if key not in given or given[key].plain != wanted:
            line = given[key].line if key in given else 0
            yield line, f"is a theme without {key}: {wanted}; write that below 'theme'"
    if not (root / "overrides").is_dir():
        yield 0, "names the folder 'overrides', which is not there; put it back"


def _hooks(value: Value, root: Path) -> _Found:
    paths = [item.key for item in value.items]
    for item in value.items:
        if not (root / item.key).is_file():
            yield item.line, f"names '{item.key}', which is not there; write {_NEEDED['hooks']}"
    if [path for path in paths if path in HOOKS] != [*HOOKS]:
        yield 0, f"lacks a hook, or has them in another order; write {_NEEDED['hooks']}"


def _named(value: Value) -> list[Value]:
    """Return what a setting names, in either of the forms that MkDocs takes."""
    return value.pairs or value.items


def _plugins(value: Value, _: Path) -> _Found:
    installed = {entry.name for entry in entry_points(group="mkdocs.plugins")}
    for name, line, _node in _named(value):
        if name not in installed:
            yield line, f"names the plugin '{name}', which is not installed; take it away"
    if "search" not in [named.key for named in _named(value)]:
        yield 0, f"lacks the plugin 'search'; write {_NEEDED['plugins']}"


def _extensions(value: Value, _: Path) -> _Found:
    named = {extension.key: extension for extension in _named(value)}
    for name, line, node in named.values():
        options = plain(node) if isinstance(node, yaml.MappingNode) else {}
        if not _can_be_loaded(name, options):
            yield line, f"names the extension '{name}', which cannot be loaded like this; mend it"
    for name, options in EXTENSIONS.items():
        if name not in named:
            yield 0, f"lacks the extension '{name}'; write '{name}: {options}' below it"
    yield from _callouts(named.get("pymdownx.quotes"))


def _can_be_loaded(name: str, options: dict[str, Any]) -> bool:
    try:
        Markdown(extensions=[name], extension_configs={name: options})
    except Exception:  # an extension may raise anything
        return False
    return True


def _callouts(quotes: Value | None) -> _Found:
    """Say where quotes are no callouts: then no option is one."""
    options = {option.key: option.plain for option in quotes.pairs} if quotes else {}
    if quotes and options.get("callouts") is not True:
        yield quotes.line, "reads no callouts; write pymdownx.quotes: { callouts: true }"


def _extra(value: Value, root: Path) -> _Found:
    if not isinstance(value.node, yaml.MappingNode):
        yield 0, "has no settings for 'extra'; write them below it, or take it away"
    for pair in value.pairs:
        check = _OF_EXTRA.get(pair.key)
        found = check(pair, root) if check and not pair.is_given_outside else ()
        yield from ((line or pair.line, fault) for line, fault in found)


def _limits(value: Value, _: Path) -> _Found:
    known = [field.name for field in fields(Limits)]
    if not isinstance(value.node, yaml.MappingNode):
        yield 0, f"has no numbers for 'limits'; write limits: {{ {known[0]}: 500000 }}"
    for pair in value.pairs:
        if pair.key not in known:
            yield pair.line, f"has the unknown limit '{pair.key}'; write one of {', '.join(known)}"
        elif type(pair.plain) is not int:
            yield pair.line, f"has no number for '{pair.key}'; write {pair.key}: and a number"


def _validation(value: Value, _: Path) -> _Found:
    """Hold what MkDocs shall say of links against the words that it knows."""
    if not isinstance(value.node, yaml.MappingNode):
        yield 0, "has no settings for 'validation'; write them below it, or take it away"
    leaves = [leaf for pair in value.pairs for leaf in pair.pairs or [pair]]
    for key, line, node in leaves:
        if plain(node) not in _WORDS:
            yield line, f"has {_shown(plain(node))} for '{key}'; write one of {', '.join(_WORDS)}"


def _of_authors(value: Value, _: Path) -> _Found:
    """Hold what is not published against the files that are for authors."""
    lines = str(value.plain).split() if isinstance(value.plain, str) else []
    for line in lines:
        if line not in FOR_AUTHORS:
            yield 0, f"leaves '{line}' out; only {', '.join(FOR_AUTHORS)} may be left out"
    for path in FOR_AUTHORS:
        if path not in lines:
            yield 0, f"does not leave out '{path}', which is for authors; add '{path}'"


def _drafts(_value: Value, _: Path) -> _Found:
    yield 0, "leaves pages out of the site as drafts; take it away, or the pages out of docs/"


def _files(value: Value, root: Path) -> _Found:
    """Say which scripts or styles are not in docs/."""
    if not isinstance(value.node, yaml.SequenceNode):
        yield 0, f"has no list for '{value.key}'; write {value.key}: [assets/...]"
    for path, line in _paths_of(value.node.value if value.items else ()):
        if not path or not (root / "docs" / path).is_file():
            yield line, f"names '{path}', which is not in docs/; mend the path, or take it away"


def _paths_of(nodes: Iterable[yaml.Node]) -> Iterator[tuple[str, int]]:
    for node in nodes:
        value = plain(node)
        path = value.get("path") if isinstance(value, dict) else value
        yield str(path or ""), line_of(node)


_OF_EXTRA: dict[str, _Check] = {
    "limits": _limits,
    "offline_cache": _yes_or_no,
    "review_days": _one_of(int, "180"),
    "web": _yes_or_no,
}
_CHECKS: dict[str, _Check] = {
    "copyright": _text,
    "docs_dir": _docs_dir,
    "draft_docs": _drafts,
    "exclude_docs": _of_authors,
    "extra": _extra,
    "extra_css": _files,
    "extra_javascript": _files,
    "hooks": _hooks,
    "markdown_extensions": _extensions,
    "nav": _nav,
    "plugins": _plugins,
    "site_description": _text,
    "site_name": _text,
    "strict": _yes_or_no,
    "theme": _theme,
    "use_directory_urls": _yes_or_no,
    "validation": _validation,
}
