"""The time of a build. Equal notes make equal bytes, so it is read once and handed on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime


def build_time(environment: Mapping[str, str]) -> datetime:
    """Return SOURCE_DATE_EPOCH in UTC, or now.

    Source: https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = environment.get("SOURCE_DATE_EPOCH", "").strip()
    return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)
