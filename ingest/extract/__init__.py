"""From the bytes of a page to title, text, date, authors and rights."""
