<?php
// Signs a token of the shop's own login. PHP 7.4 and later, without packages.
// FRONT_DESK_KEY is the secret of `front-desk-server keys add --alg HS256`.

function front_desk_part(string $data): string
{
    return rtrim(strtr(base64_encode($data), '+/', '-_'), '=');
}

function front_desk_setting(string $name): string
{
    $value = getenv($name);
    if ($value === false || $value === '') {
        throw new RuntimeException("$name is not set");
    }
    return $value;
}

/**
 * $customer: who is signed in at the shop, by its own session; never what a browser has sent.
 * 'signedInAt': when they gave their password there, in seconds since 1970. Keep it in that session as it
 * begins ($_SESSION['signedInAt'] = time()); without it, or after ten minutes, a change asks for a code.
 */
function front_desk_token(array $customer): string
{
    $id = (string) ($customer['id'] ?? '');
    // whoever has no id must not share an account with all others who have none: WordPress's
    // get_current_user_id(), for one, is 0 for every visitor
    if ($id === '' || $id === '0') {
        throw new InvalidArgumentException('The customer has no id');
    }
    $now = time();
    $header = ['alg' => 'HS256', 'typ' => 'JWT', 'kid' => front_desk_setting('FRONT_DESK_KEY_ID')];
    $claims = [
        'aud' => front_desk_setting('FRONT_DESK_SHOP'),
        'sub' => $id,
        'iat' => $now,
        'exp' => $now + 120,
        'jti' => bin2hex(random_bytes(16)),
    ];
    $told = ['auth_time' => 'signedInAt', 'name' => 'name', 'email' => 'email', 'email_verified' => 'emailVerified'];
    foreach ($told as $claim => $field) {
        if (isset($customer[$field])) {
            $claims[$claim] = $customer[$field];
        }
    }
    // a name in another encoding than UTF-8 keeps nobody out
    $json = fn (array $value): string => json_encode($value, JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE);
    $text = front_desk_part($json($header)) . '.' . front_desk_part($json($claims));
    return $text . '.' . front_desk_part(hash_hmac('sha256', $text, front_desk_setting('FRONT_DESK_KEY'), true));
}

// php identity.php '{"id":"1042","name":"Mara Kern","signedInAt":1795942800}'
if (PHP_SAPI === 'cli' && realpath($argv[0]) === __FILE__) {
    echo front_desk_token(json_decode($argv[1], true));
}
