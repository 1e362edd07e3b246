#!/bin/sh
# What Terraform starts as its provider huaweicloud. The provider itself is a double that runs.
#
#   ECSIM_URL     where the double is (default: what ecsim install-provider was told)
#   ECSIM_WORLD   the world of provider blocks whose access key names none

url=${ECSIM_URL:-@URL@}
url=${url%/}

if [ "$TF_PLUGIN_MAGIC_COOKIE" != d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2 ]; then
  echo "ecsim: this is a Terraform provider, which Terraform starts: run terraform init and terraform apply" >&2
  echo "ecsim: it hands over to the double at $url, which ./ecsim serve starts" >&2
  exit 1
fi

# Terraform quotes the first line that it does not understand.
if ! command -v curl >/dev/null 2>&1; then
  echo "ecsim: the provider of ecsim install-provider needs curl: install it, or use ./ecsim env instead"
  exit 1
fi
if ! curl -s --noproxy '*' -o /dev/null "$url/_ecsim/health"; then
  echo "ecsim: nobody answers on $url: start a double with ./ecsim serve, or set ECSIM_URL"
  exit 1
fi

# Ctrl-C is for Terraform, which then still has something to say to its provider.
trap '' INT
exec curl -sN --noproxy '*' -H "X-Ecsim-World: $ECSIM_WORLD" \
  --data-binary "$PLUGIN_CLIENT_CERT" "$url/_ecsim/terraform/attach"
