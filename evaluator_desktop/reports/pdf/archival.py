"""What makes a file fit to be archived: PDF/A-2b (ISO 19005-2) as far as reportlab can be brought.

Apart from the pages because it speaks of the file, not of what is on it. The file says what it is
in XMP, the same as in its information dictionary, and carries the colour space that its colours
are meant in. Fonts are embedded by reportlab, streams are ended properly by a mend in `__init__`.
"""

from html import escape
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    XMP,
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFStream,
    PDFString,
)

from evaluator_desktop.paths import resource_dir

_RGB = 3
_TEMPLATE = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about=""
    xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
   <pdfaid:part>2</pdfaid:part>
   <pdfaid:conformance>B</pdfaid:conformance>
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
   <dc:description>
    <rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt>
   </dc:description>
   <pdf:Producer>{producer}</pdf:Producer>
   <pdf:Keywords>{keywords}</pdf:Keywords>
   <pdf:Trapped>False</pdf:Trapped>
   <xmp:CreatorTool>{creator}</xmp:CreatorTool>
   <xmp:CreateDate>{moment}</xmp:CreateDate>
   <xmp:ModifyDate>{moment}</xmp:ModifyDate>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def make_archival(canvas: Any) -> None:
    """Give a file its XMP and its colour space; its title and date are set before it is written."""
    document = canvas._doc  # noqa: SLF001  reportlab has no other way to the catalogue
    catalogue = document.Catalog
    catalogue.Metadata = XMP(creator=_metadata)
    catalogue.Metadata.filters = []  # plain, for whoever looks for it without a PDF library
    profile = PDFStream(
        PDFDictionary({"N": _RGB}), (resource_dir() / "colour" / "sRGB.icc").read_bytes()
    )
    intent = PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString("sRGB"),
            "Info": PDFString("sRGB"),
            "DestOutputProfile": document.Reference(profile),
        }
    )
    catalogue.OutputIntents = PDFArray([intent])
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents"]
    canvas.setViewerPreference("DisplayDocTitle", "true")


def _metadata(document: Any) -> bytes:
    info = document.info
    said = {
        name: escape(str(getattr(info, name)))
        for name in ("title", "author", "subject", "keywords", "creator", "producer")
    }
    year, month, day, hour, minute, second = document._timeStamp.YMDhms[:6]  # noqa: SLF001
    moment = f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}+08:00"
    return _TEMPLATE.format(moment=moment, **said).encode()
