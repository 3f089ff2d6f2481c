# Pairs from the two lines of Jitterbit's page, in a loop.
for ((left = $1; left > 0; left--)); do
  code_verifier=$(openssl rand -base64 32 | tr -d '=' | tr '+/' '-_')
  echo "$code_verifier"
  echo -n "$code_verifier" | openssl dgst -binary -sha256 | openssl base64 | tr -d '=' | tr '+/' '-_'
done
