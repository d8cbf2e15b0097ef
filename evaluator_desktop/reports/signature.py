"""A signature with a certificate file, for offices that use one; needs the extra `sign`.

Apart from the layout: it is added to finished bytes, and nothing else of the program needs the
library. It covers the whole file, so whatever is appended later breaks it (fault 101).
"""

import io
from pathlib import Path

from evaluator_desktop.errors import FileProblemError, NotAvailableError
from evaluator_desktop.texts import _

_FIELD = "EvaluatingBody"


def signed(content: bytes, certificate: Path, passphrase: bytes | None) -> bytes:
    """Return the file signed with a certificate and its key (PKCS #12: .p12, .pfx).

    Raises NotAvailableError without the extra, FileProblemError for a wrong file or passphrase.
    """
    try:
        from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
        from pyhanko.sign import PdfSignatureMetadata, sign_pdf
        from pyhanko.sign.signers import SimpleSigner
    except ImportError as error:
        what = _("Signing reports (install the program with its extra “sign”)")
        raise NotAvailableError(what=what) from error
    try:
        signer = SimpleSigner.load_pkcs12_data(certificate.read_bytes(), [], passphrase)
    except (OSError, ValueError, TypeError) as error:
        raise _unusable(certificate) from error
    if signer is None:
        raise _unusable(certificate)
    out = io.BytesIO()
    writer = IncrementalPdfFileWriter(io.BytesIO(content))
    sign_pdf(writer, PdfSignatureMetadata(field_name=_FIELD), signer, output=out)
    return out.getvalue()


def _unusable(certificate: Path) -> FileProblemError:
    problem = _(
        "cannot be used to sign. Choose a certificate file with its key (.p12 or .pfx) and check "
        "its passphrase."
    )
    return FileProblemError(file=certificate.name, problem=problem)
