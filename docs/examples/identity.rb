# Signs a token of the shop's own login. Ruby, without gems.
# FRONT_DESK_KEY is the secret of `front-desk-server keys add --alg HS256`.
require 'json'
require 'openssl'
require 'securerandom'

def front_desk_part(data)
  [data].pack('m0').tr('+/', '-_').delete('=')
end

# customer: who is signed in at the shop, by its own session; never what a browser has sent.
# 'signedInAt': when they gave their password there, in seconds since 1970. Keep it in that session as
# it begins; without it, or after ten minutes, a change asks for a code.
def front_desk_token(customer)
  id = customer['id'].to_s
  # whoever has no id, or that of all visitors, must not share an account with all others like them
  raise ArgumentError, 'The customer has no id' if ['', '0', 'false'].include?(id)

  now = Time.now.to_i
  header = { alg: 'HS256', typ: 'JWT', kid: ENV.fetch('FRONT_DESK_KEY_ID') }
  claims = {
    aud: ENV.fetch('FRONT_DESK_SHOP'),
    sub: id,
    iat: now,
    exp: now + 120,
    jti: SecureRandom.uuid
  }
  told = { auth_time: 'signedInAt', name: 'name', email: 'email', email_verified: 'emailVerified' }
  told.each do |claim, field|
    claims[claim] = customer[field] unless customer[field].nil?
  end
  text = [header, claims].map { |value| front_desk_part(JSON.generate(value)) }.join('.')
  signature = OpenSSL::HMAC.digest('SHA256', ENV.fetch('FRONT_DESK_KEY'), text)
  "#{text}.#{front_desk_part(signature)}"
end

# ruby identity.rb '{"id":"1042","name":"Mara Kern","signedInAt":1795942800}'
print front_desk_token(JSON.parse(ARGV[0])) if $PROGRAM_NAME == __FILE__
