"""luqum's parser of Lucene's syntax, its tables made in memory.

By default PLY, below luqum, writes ``parser.out`` and ``parsetab.py`` into the installed package at the first import
and tells so on standard error; where the package cannot be written, at every start. Making the tables takes 23 ms
of CPU, reading them from the file took as long.
"""

from functools import partial

from ply import yacc

_as_it_comes = yacc.yacc
yacc.yacc = partial(_as_it_comes, debug=False, write_tables=False, errorlog=yacc.NullLogger())
try:
    from luqum.thread import parse as parse_lucene
finally:
    yacc.yacc = _as_it_comes

__all__ = ["parse_lucene"]
