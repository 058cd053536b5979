"""What a site and a page allow us to do: robots, text-and-data-mining reservations, page metas."""
