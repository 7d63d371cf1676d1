"""Small notes to test with."""

from __future__ import annotations

CHANGE = "> [!warning] Changed\n>\n> {}\n\n"
SOURCES = "> [!quote]- Sources, checked 2026-11-01, DVA-C03 1.3\n>\n> - [{}](https://h/)\n\n"


def question(
    id: str = "s3-a",
    title: str = "Title",
    stem: str = "Stem?",
    right: str = "Yes",
    wrong: str = "No",
    reason: str = "Why.",
) -> str:
    """Return a question with two options; what is given is where a test puts its words."""
    return (
        f"## {title} {{ #{id} }}\n\n{stem}\n\n"
        f"> [!failure]- {wrong}\n>\n> Because.\n\n"
        f"> [!success]- {right}\n>\n" + "".join(f"> {line}\n" for line in reason.split("\n")) + "\n"
    )


OTHER_OPTIONS = (
    "> [!success]- The condition {0}\n>\n> S3 checks it.\n\n"
    "> [!failure]- The delay {0}\n>\n> A wait proves nothing.\n\n"
)
SOURCES_OF_S3 = (
    "> [!quote]- Sources, checked 2026-11-23, DVA-C03 1.3\n>\n"
    "> - [User guide](https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html)\n\n"
)
