"""What people put right survives: `raw/<stem>.corrections.toml`, applied after the extraction.

`docs/corrections.md` tells reviewers what the file may say. `file` and `book` read and save it,
`section` and `apply` put a record right, `accept` marks findings and sections, `edit` turns what a
reviewer does to a record into entries.
"""
