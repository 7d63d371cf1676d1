"""Figures are read in one form, whoever writes them."""

from __future__ import annotations

import pytest

from tests.facts.figures import figures, witnesses

FIGURES = {
    "up to 4,096 bytes and 10,240 MB": {"4096", "10240"},
    "1,000,000 requests, 1,00": {"1000000", "1", "00"},
    "since 2020-12-01.": {"2020-12-01"},
    "on December 1, 2020,": {"2020-12-01"},
    "Dec 1 2020": {"2020-12-01"},
    "1 December 2020": {"2020-12-01"},
    "February 25th, 2026": {"2026-02-25"},
    "Sept. 16, 2025": {"2025-09-16"},
    "as of 12/14/21": {"2021-12-14"},
    "as of 12/4/2021": {"2021-12-04"},
    "in 2026-11": {"2026-11"},
    "In April 2026 it": {"2026-04"},
    "in 2020": {"2020"},
    "it may 15 times": {"15"},
    "99 percent, 0.25%": {"99", "0.25"},
    "256KB in 30s or 5m": {"256", "30", "5"},
    "5-minute periods, 10-20, 1–35": {"5", "10", "20", "1", "35"},
    "SAML 2.0, agent 1.8.x, botocore 1.44.5.": {"2.0", "1.8", "1.44.5"},
    "400, 401 and 403": {"400", "401", "403"},
    "`timeout=30`, `:max_revisions: 2`": {"30", "2"},
    "`cron(0 8 * * ? *)`": {"0", "8"},
    "10.0.0.0/16": {"10.0.0.0", "16"},
    "EC2, S3, Db2, IPv4, SigV4, x86_64, t3.micro, gp3": set(),
    "SHA-256, us-east-1, UTF-8, DVA-C03, HTTP/2": set(),
    "5XXError, 4xx, 1Minute, i-1234567890abcdef0": set(),
    "arn:aws:iam::123456789012:role/app": set(),
    "twelve hours": set(),
}
WITNESSES = {
    "five most recent revisions": {"5"},
    "Twenty or twenty-one": {"20", "1"},
    "December 1, 2020": {"2020-12-01", "2020-12", "2020"},
    "In April 2026": {"2026-04", "2026"},
    "a stone, often": set(),
}


@pytest.mark.parametrize("text", FIGURES)
def test_figures_of_a_text(text: str) -> None:
    assert figures(text) == FIGURES[text]


@pytest.mark.parametrize("text", WITNESSES)
def test_what_a_text_can_witness(text: str) -> None:
    assert witnesses([text]) == WITNESSES[text]
