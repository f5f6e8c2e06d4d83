#!/usr/bin/env bash
# Caddy's lb_try_duration promises to ask another upstream where one takes no connection. For a GET it does; for a POST with a
# body it answers 502, "http: invalid Read on closed Body" (caddyserver/caddy#5454, and #7546 for 2.10 and 2.11). Seen with
# 2.6.2. So a bot that stops says so at /readyz before it closes (SHUTDOWN_DELAY_SECONDS). CADDY names another binary.
set -euo pipefail
folder=$(mktemp -d)
trap 'kill $(jobs -p) 2> /dev/null; rm -rf "$folder"' EXIT
cd "$folder"
if [ -z "${CADDY:-}" ]; then
  apt-get download -qq caddy 2> /dev/null && dpkg -x caddy_*.deb . && CADDY=usr/bin/caddy
fi
read -r alive dead proxy < <(node -e '
  const { createServer } = require("node:net");
  const servers = [0, 0, 0].map(() => createServer().listen(0, "127.0.0.1"));
  setTimeout(() => { console.log(servers.map(one => one.address().port).join(" ")); process.exit(); }, 200);')
node -e 'require("node:http").createServer((q, s) => q.resume().on("end", () => s.end("ok"))).listen('"$alive"', "127.0.0.1")' &
printf '{\n admin off\n auto_https off\n}\nhttp://127.0.0.1:%s {\n reverse_proxy 127.0.0.1:%s 127.0.0.1:%s {\n  lb_policy round_robin\n  lb_try_duration 5s\n }\n}\n' \
  "$proxy" "$dead" "$alive" > Caddyfile
HOME=$folder "$CADDY" run --config Caddyfile --adapter caddyfile > caddy.log 2>&1 &
until curl -s -o /dev/null "http://127.0.0.1:$proxy/"; do sleep 0.2; done
# Where one meets the dead one first, the other should be asked.
four() { for _ in 1 2 3 4; do curl -s -o /dev/null -w '%{http_code} ' "$@" "http://127.0.0.1:$proxy/"; done; }
echo "$("$CADDY" version) GET: $(four) POST: $(four -d 'a body')"
