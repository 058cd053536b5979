"""Below HTTP: which addresses may be dialled, and how much header is read."""
