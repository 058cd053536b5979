"""The pages, a module a subject: each reads what its address asks for and hands it to a template."""
