"""MkDocs at work: Markdown pages and a navigation come in, the files of a static website go out. The only user of MkDocs."""
