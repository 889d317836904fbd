#!/usr/bin/env bash
# Installs or upgrades de Kiosk as a hardened service on Debian or Ubuntu. Needs root, and a published folder:
#   dotnet publish src/Kiosk.Web -c Release -r linux-x64 --self-contained -o publish
#   sudo deploy/install.sh publish
# An upgrade makes a backup first, keeps the version before in /opt/kiosk.before, and puts it back if the new one does not become ready.
# PREFIX=/somewhere lays everything below that directory and starts nothing: to see what it would do.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
published=${1:?usage: install.sh DIRECTORY (the output of dotnet publish)}
prefix=${PREFIX:-}
program=$prefix/opt/kiosk
settings=$prefix/etc/kiosk
units=$prefix/etc/systemd/system
commands=$prefix/usr/local/bin
ready=http://127.0.0.1:5080/healthz/ready

say() { printf '== %s\n' "$*"; }

# The newest package of the system whose name matches: these libraries carry their version in it.
newest() { apt-cache search --names-only "$1" | cut -d ' ' -f 1 | sort -V | tail -n 1; }

# The runtime stands on the system's ICU (languages) and OpenSSL; certificates and time zones are the system's; pdftotext reads reports; wget asks whether the kiosk is ready.
install_packages() {
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  # shellcheck disable=SC2046
  apt-get install -y -qq --no-install-recommends ca-certificates tzdata wget poppler-utils $(newest '^libicu[0-9]+$') $(newest '^libssl3(t64)?$') >/dev/null
}

[ -x "$published/kiosk" ] || { echo "$published holds no program ‘kiosk’. Publish it first; the top of this script says how." >&2; exit 1; }
[ -n "$prefix" ] || [ "$(id -u)" -eq 0 ] || { echo "Run this as root." >&2; exit 1; }

if [ -z "$prefix" ]; then
  say "User, and what the program needs of the system"
  id kiosk >/dev/null 2>&1 || useradd --system --home-dir /var/lib/kiosk --shell /usr/sbin/nologin kiosk
  install_packages
fi

say "Settings in $settings"
mkdir -p "$settings"
if [ ! -e "$settings/kiosk.env" ]; then
  cp "$here/kiosk.env.example" "$settings/kiosk.env"
  chmod 640 "$settings/kiosk.env"
  [ -n "$prefix" ] || chgrp kiosk "$settings/kiosk.env"
fi

if [ -z "$prefix" ] && [ -e /var/lib/kiosk/kiosk.db ]; then
  say "Backup before the upgrade"
  setpriv --reuid=kiosk --regid=kiosk --clear-groups env KIOSK__DATADIRECTORY=/var/lib/kiosk "$program/kiosk" backup
fi

say "Program in $program"
mkdir -p "$(dirname "$program")"
rm -rf "$program.new"
cp -r "$published" "$program.new"
chmod -R go-w "$program.new"
if [ -d "$program" ]; then
  rm -rf "$program.before"
  mv "$program" "$program.before"
fi
mv "$program.new" "$program"

say "Command line in $commands"
mkdir -p "$commands"
install -m 755 "$here/kiosk.sh" "$commands/kiosk"

say "Units in $units"
mkdir -p "$units"
cp "$here/kiosk.service" "$here/kiosk-check.service" "$here/kiosk-check.timer" "$units/"
if [ -n "$prefix" ]; then
  say "Nothing is started below a prefix."
  exit 0
fi

systemctl daemon-reload
systemctl enable --quiet kiosk.service kiosk-check.timer
systemctl restart kiosk.service
systemctl start kiosk-check.timer
say "Wait until it is ready"
for _ in $(seq 1 90); do
  if wget -q -O /dev/null "$ready"; then
    say "De Kiosk is open on http://127.0.0.1:5080. Fill in /etc/kiosk/kiosk.env and restart it; then the first operator's link: journalctl -u kiosk | grep beheerder"
    exit 0
  fi
  sleep 2
done

echo "It did not become ready in three minutes; see journalctl -u kiosk." >&2
if [ -d "$program.before" ]; then
  echo "Putting the version before back. If its schema is older, restore the backup that was just made: docs/operators/upgrade.md." >&2
  rm -rf "$program"
  mv "$program.before" "$program"
  systemctl restart kiosk.service
fi
exit 1
