"""How well each format is read; one module a kind of document, each with measures and their floors."""
