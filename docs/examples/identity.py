"""Signs a token of the shop's own login. Python 3, without packages.

FRONT_DESK_KEY is the secret of `front-desk-server keys add --alg HS256`.
"""

import base64
import hashlib
import hmac
import json
import os
import sys
import time
import uuid


def _part(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=")


def front_desk_token(customer):
    """customer: who is signed in at the shop, by its own session; never what a browser has sent.

    "signedInAt": when they gave their password there, in seconds since 1970. Keep it in that session
    as it begins; without it, or after ten minutes, a change asks for a code.
    """
    # whoever has no id, or that of all visitors, must not share an account with all others like them
    if customer.get("id") in (None, "", 0, "0", False):
        raise ValueError("The customer has no id")
    now = int(time.time())
    header = {"alg": "HS256", "typ": "JWT", "kid": os.environ["FRONT_DESK_KEY_ID"]}
    claims = {
        "aud": os.environ["FRONT_DESK_SHOP"],
        "sub": str(customer["id"]),
        "iat": now,
        "exp": now + 120,
        "jti": str(uuid.uuid4()),
    }
    told = {
        "auth_time": "signedInAt",
        "name": "name",
        "email": "email",
        "email_verified": "emailVerified",
    }
    for claim, field in told.items():
        if customer.get(field) is not None:
            claims[claim] = customer[field]
    text = b".".join(_part(json.dumps(value).encode()) for value in (header, claims))
    secret = os.environ["FRONT_DESK_KEY"].encode()
    signature = hmac.new(secret, text, hashlib.sha256).digest()
    return (text + b"." + _part(signature)).decode()


# python3 identity.py '{"id":"1042","name":"Mara Kern","signedInAt":1795942800}'
if __name__ == "__main__":
    sys.stdout.write(front_desk_token(json.loads(sys.argv[1])))
