"""Test vectors of the data endpoint of flows, by a second implementation.

    python3 vectors.py vectors.json > fresh.json

The keys are those of the given file, or new ones without it. All but the wrapped AES key, which is random by
design, comes out the same for the same keys.
"""

import base64
import hashlib
import hmac
import json
import sys

from cryptography.hazmat.primitives import hashes, padding, serialization
from cryptography.hazmat.primitives.asymmetric import padding as rsa_padding, rsa
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM


def b64(data):
    return base64.b64encode(data).decode()


def pem(key, form):
    none = serialization.NoEncryption()
    return key.private_bytes(serialization.Encoding.PEM, form, none).decode()


def fixed(name, length):
    return hashlib.sha256(name.encode()).digest()[:length]


if len(sys.argv) > 1:
    with open(sys.argv[1], encoding="utf-8") as known:
        text = json.load(known)["private_pem"]
    key = serialization.load_pem_private_key(text.encode(), None)
else:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)

public = key.public_key()
spki = serialization.PublicFormat.SubjectPublicKeyInfo
public_pem = public.public_bytes(serialization.Encoding.PEM, spki).decode()

aes_key, iv = fixed("key", 16), fixed("iv", 16)
flipped = bytes(byte ^ 0xFF for byte in iv)
oaep = rsa_padding.OAEP(
    mgf=rsa_padding.MGF1(algorithm=hashes.SHA256()), algorithm=hashes.SHA256(), label=None
)


def request(plain):
    sealed = AESGCM(aes_key).encrypt(iv, plain.encode(), None)
    return {
        "encrypted_flow_data": b64(sealed),
        "encrypted_aes_key": b64(public.encrypt(aes_key, oaep)),
        "initial_vector": b64(iv),
    }


def answer(plain):
    return b64(AESGCM(aes_key).encrypt(flipped, plain.encode(), None))


def file(plain):
    cbc_key, hmac_key, cbc_iv = fixed("cbc", 32), fixed("hmac", 32), fixed("cbc iv", 16)
    padder = padding.PKCS7(128).padder()
    padded = padder.update(plain) + padder.finalize()
    encryptor = Cipher(algorithms.AES(cbc_key), modes.CBC(cbc_iv)).encryptor()
    sealed = encryptor.update(padded) + encryptor.finalize()
    whole = sealed + hmac.new(hmac_key, cbc_iv + sealed, hashlib.sha256).digest()[:10]
    return {
        "plain": b64(plain),
        "fetched": b64(whole),
        "file": {
            "file_name": "cat.jpg",
            "media_id": "790aba14-5f4a-4dbd-b74d-000000000000",
            "cdn_url": "https://mmg.whatsapp.net/v/t62/1?mms3=true",
            "encryption_metadata": {
                "encryption_key": b64(cbc_key),
                "hmac_key": b64(hmac_key),
                "iv": b64(cbc_iv),
                "plaintext_hash": b64(hashlib.sha256(plain).digest()),
                "encrypted_hash": b64(hashlib.sha256(whole).digest()),
            },
        },
    }


PLAIN = {
    "data_exchange": '{"version":"4.0","action":"data_exchange","screen":"BOOK","data":{"day":"caff\u00e8"},"flow_token":"token-1"}',
    "init": '{"version":"4.0","action":"INIT","screen":"","data":null,"flow_token":"token-1"}',
    "ping": '{"version":"3.0","action":"ping"}',
    "notice": '{"version":"3.0","action":"data_exchange","screen":"BOOK","flow_token":"token-1","data":{"error":"invalid-screen-transition","error_message":"no such screen"}}',
}
ANSWERS = {
    "screen": '{"data":{"name":"Ann"},"screen":"WELCOME"}',
    "ping": '{"data":{"status":"active"}}',
    "notice": '{"data":{"acknowledged":true}}',
    "expired": '{"error_msg":"too late"}',
}

json.dump(
    {
        "private_pem": pem(key, serialization.PrivateFormat.PKCS8),
        "private_pkcs1_pem": pem(key, serialization.PrivateFormat.TraditionalOpenSSL),
        "public_pem": public_pem,
        "requests": {name: {"plain": plain, "body": request(plain)} for name, plain in PLAIN.items()},
        "answers": {name: {"plain": plain, "sealed": answer(plain)} for name, plain in ANSWERS.items()},
        "file": file(bytes(range(256)) * 3 + b"end"),
    },
    sys.stdout,
    indent=1,
)
print()
