"""Small files of each kind that is taken: what they are is in their first bytes."""

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00"
WEBP = b"RIFF\x1a\x00\x00\x00WEBPVP8L"
PDF = b"%PDF-1.4\n%%EOF\n"


def a_jpeg(size: int) -> bytes:
    """A photo of so many bytes."""
    return JPEG + b"\x7f" * (size - len(JPEG))
