"""Whether a picture in SVG is a picture only: nothing that runs, loads, or grows without end.

Source: SVG 2, https://www.w3.org/TR/SVG2/, and its chapter on processing modes, of which browsers
use the dynamic one when a picture is opened by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from xml.parsers import expat

LARGEST = 200_000  # bytes
MOST = 3_000  # elements

_SVG = "http://www.w3.org/2000/svg"
_ELEMENT_NAMES = """
svg g defs title desc style path rect circle ellipse line polyline polygon text tspan use marker
linearGradient radialGradient stop
"""
_ATTRIBUTE_NAMES = """
id class role lang version focusable viewBox preserveAspectRatio width height x y dx dy x1 y1 x2 y2
cx cy r rx ry fx fy d points pathLength transform opacity color display visibility fill fill-opacity
fill-rule clip-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin
stroke-dasharray stroke-dashoffset stroke-miterlimit vector-effect paint-order shape-rendering
marker-start marker-mid marker-end markerWidth markerHeight markerUnits refX refY orient
font-family font-size font-style font-weight letter-spacing text-anchor textLength lengthAdjust
dominant-baseline gradientUnits gradientTransform spreadMethod offset stop-color stop-opacity href
"""
_FUNCTION_NAMES = """
rgb rgba hsl hsla var calc translate scale rotate skewx skewy matrix and not media
"""
_ELEMENTS = frozenset(_ELEMENT_NAMES.split())
_ATTRIBUTES = frozenset(_ATTRIBUTE_NAMES.split())
_FUNCTIONS = frozenset(_FUNCTION_NAMES.split())
_OWN_URL = re.compile(r"url\(#[\w-]+\)", re.ASCII)


class _RefusedError(Exception):
    pass


def svg_finding(content: bytes) -> str:
    """Return what in a picture is no picture, "" where all of it is one."""
    if len(content) > LARGEST:
        return f"is larger than {LARGEST:,} bytes"
    try:
        content.decode("utf-8")
        _Reader().read(content)
    except UnicodeDecodeError:
        return "is no text in UTF-8"
    except expat.ExpatError as error:
        return f"is no XML: {error}"
    except _RefusedError as refused:
        return str(refused)
    return ""


class _Reader:
    """Reads a picture; raises at the first thing that is not allowed."""

    def __init__(self) -> None:
        self.inside: list[tuple[str, bool]] = []  # element, and whether `use` can repeat it
        self.count = 0
        self.style = ""

    def read(self, content: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.XmlDeclHandler = self._declaration
        parser.StartDoctypeDeclHandler = _refuse("has a document type, which can name other files")
        parser.ProcessingInstructionHandler = _refuse("has an instruction for other programs")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.Parse(content, True)  # noqa: FBT003  (the last part)

    def _declaration(self, _version: str, encoding: str | None, _standalone: int) -> None:
        if (encoding or "utf-8").lower() != "utf-8":
            raise _RefusedError("is not in UTF-8")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, element = name.rpartition(" ")
        self.count += 1
        if space != _SVG or element not in _ELEMENTS or self.count > MOST:
            many = self.count > MOST
            raise _RefusedError(f"has more than {MOST:,} elements" if many else f"has <{element}>")
        if not self.inside and element != "svg":
            raise _RefusedError("does not begin with <svg>")
        if element == "use" and any(repeats for _, repeats in self.inside):
            raise _RefusedError("has <use> in what can be used, so that it could grow without end")
        for problem in _of_attributes(element, attributes):
            raise _RefusedError(problem)
        self.inside.append((element, "id" in attributes or element in ("defs", "marker")))

    def _end(self, _: str) -> None:
        if self.inside.pop()[0] == "style" and (problem := _of_css(self.style)):
            raise _RefusedError(f"has a style with {problem}")

    def _text(self, text: str) -> None:
        if self.inside and self.inside[-1][0] == "style":
            self.style += text


def _refuse(why: str) -> Callable[..., None]:
    def refuse(*_: object) -> None:
        raise _RefusedError(why)

    return refuse


def _of_attributes(element: str, attributes: dict[str, str]) -> Iterator[str]:
    for name, value in attributes.items():
        if name not in _ATTRIBUTES and not re.fullmatch(r"aria-[a-z]+", name):
            yield f"has the attribute '{name.rpartition(' ')[2]}'"
        elif name == "href":
            if element != "use" or not re.fullmatch(r"#[\w-]+", value, re.ASCII):
                yield "has an 'href' that is not of a part of itself"
        elif not name.startswith("aria-") and (problem := _of_css(value)):
            yield f"has '{name}' with {problem}"


def _of_css(text: str) -> str:
    """Return what in a style, or in an attribute that is one, may load something."""
    rest = _OWN_URL.sub("", text)
    if "\\" in rest:
        return "a backslash, which can hide a word"
    if re.search(r"@(?!media\b)", rest):
        return "a rule that begins with @"
    functions = (name.lower() for name in re.findall(r"(?<![\w-])([\w-]++)\s*+\(", rest))
    return next((f"{name}()" for name in functions if name not in _FUNCTIONS), "")
