"""Print: columns and blocks in reading order, lines of an extractor put together, hard wraps undone."""
