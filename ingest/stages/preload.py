"""What every reading process needs in memory, loaded once by the process that they are forked from.

Imported for its effect and by nothing else: naming a module is the only way that ``multiprocessing`` has of preparing
its fork server. Encoder and language models take 1.4 s of CPU and 200 MB, which workers then share (decision 250).
"""

from contextlib import suppress

from ingest.enrich.encoder import open_encoder
from ingest.enrich.language import detect

with suppress(Exception):  # whatever is wrong with them, the article that asks for them says so
    open_encoder("bundled")
    detect("The minister said in parliament that the treaty holds.", title="Treaty", feed=None, html=None)
