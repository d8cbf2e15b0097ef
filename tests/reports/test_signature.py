"""Signed reports, checked by the library's own validator: the whole file or nothing."""

import datetime as dt
import io
from functools import partial
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from evaluator_desktop.errors import FileProblemError, StepError
from evaluator_desktop.operations.issuing import Verdict, check_report, make_provider_report
from evaluator_desktop.operations.reports import prepare_provider_report
from evaluator_desktop.reports.signature import signed
from evaluator_desktop.store.workspace import Workspace
from tests.reports.rich_provider import lock
from tests.workspaces import PROVIDER

PASSPHRASE = b"secret"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "测评机构")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=30))
        .add_extension(
            x509.KeyUsage(
                digital_signature=True,
                content_commitment=True,
                key_encipherment=False,
                data_encipherment=False,
                key_agreement=False,
                key_cert_sign=False,
                crl_sign=False,
                encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("certificate") / "office.p12"
    protection = serialization.BestAvailableEncryption(PASSPHRASE)
    path.write_bytes(pkcs12.serialize_key_and_certificates(b"x", key, made, None, protection))
    return path


@pytest.fixture
def final(rich: Workspace, certificate: Path, tmp_path: Path) -> bytes:
    lock(rich)
    sign = partial(signed, certificate=certificate, passphrase=PASSPHRASE)
    result = make_provider_report(rich, PROVIDER, tmp_path / "signed.pdf", sign=sign)
    return result.file.read_bytes()


def test_the_signature_covers_the_entire_file(final: bytes) -> None:
    [found] = PdfFileReader(io.BytesIO(final)).embedded_signatures
    trusted = ValidationContext(trust_roots=[found.signer_cert])
    status = validate_pdf_signature(found, trusted)

    assert status.bottom_line
    assert status.coverage == SignatureCoverageLevel.ENTIRE_FILE


def test_appended_bytes_end_that(final: bytes) -> None:
    [found] = PdfFileReader(io.BytesIO(final + b"\n% more\n")).embedded_signatures
    found.compute_integrity_info()

    assert found.coverage != SignatureCoverageLevel.ENTIRE_FILE


def test_what_was_issued_is_the_signed_file(rich: Workspace, final: bytes) -> None:
    assert check_report(rich, final, "x.pdf").verdict is Verdict.AS_ISSUED
    assert prepare_provider_report(rich, PROVIDER).content() == final


def test_only_a_new_final_report_is_signed(
    rich: Workspace, certificate: Path, tmp_path: Path
) -> None:
    sign = partial(signed, certificate=certificate, passphrase=PASSPHRASE)
    with pytest.raises(StepError):
        make_provider_report(rich, PROVIDER, tmp_path / "draft.pdf", sign=sign)
    lock(rich)
    make_provider_report(rich, PROVIDER, tmp_path / "final.pdf")
    with pytest.raises(StepError):
        make_provider_report(rich, PROVIDER, tmp_path / "again.pdf", sign=sign)


@pytest.mark.parametrize("passphrase", [None, b"wrong"])
def test_a_wrong_passphrase_issues_nothing(
    rich: Workspace, certificate: Path, tmp_path: Path, passphrase: bytes | None
) -> None:
    lock(rich)
    before = rich.history.count()
    sign = partial(signed, certificate=certificate, passphrase=passphrase)

    with pytest.raises(FileProblemError, match=r"office\.p12"):
        make_provider_report(rich, PROVIDER, tmp_path / "r.pdf", sign=sign)

    assert rich.history.count() == before
    assert not (tmp_path / "r.pdf").exists()


def test_a_file_that_is_no_certificate_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.p12").write_bytes(b"nothing")
    for name in ("x.p12", "missing.p12"):
        with pytest.raises(FileProblemError, match=name):
            signed(b"%PDF", tmp_path / name, None)
