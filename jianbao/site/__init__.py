"""The site: an assembled library as Markdown, data and assets, one ``Page`` a file; and what mkdocs makes of them."""
