"""From Markdown's tree to a `Page`: what a note says, read from the very tree that is shown."""
