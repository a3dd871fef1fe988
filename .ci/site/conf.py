"""How Sphinx makes one site of all pages: see .ci/docs."""

project = "Kosh"
html_title = "Kosh"
language = "en"

extensions = ["myst_parser"]
exclude_patterns = [".ci", ".github/pull_request_template.md"]
# Headings are reached by the anchors that forges give them, down to the third level.
myst_heading_anchors = 3
# Tables printed by commands begin at the third level, wherever a page shows them.
suppress_warnings = ["myst.header"]
highlight_language = "none"

html_theme = "furo"
# Pages stay readable as files: no sources beside them, nothing loaded from elsewhere.
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False
