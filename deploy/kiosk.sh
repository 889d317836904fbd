#!/bin/sh
# The command line of the kiosk that runs here as a service: as its user, with its settings. install.sh lays it in /usr/local/bin/kiosk.
set -eu
program=/opt/kiosk/kiosk
settings=/etc/kiosk/kiosk.env
data=/var/lib/kiosk

if [ ! -r "$settings" ]; then
  echo "Only root and the user kiosk may read $settings: sudo kiosk $*" >&2
  exit 1
fi

# As systemd reads it: a setting a line, nothing is evaluated, and quotes around a value fall away.
export KIOSK__DATADIRECTORY="$data"
while IFS= read -r line || [ -n "$line" ]; do
  case $line in
    [A-Za-z_]*=*)
      value=${line#*=}
      case $value in
        \"*\" | \'*\') value=${value#?} value=${value%?} ;;
      esac
      export "${line%%=*}=$value"
      ;;
  esac
done <"$settings"

# The service looks for feeds.json in its own directory, not in the one that somebody happens to stand in.
if [ -z "${KIOSK__FEEDS:-}" ] && [ -e "$data/feeds.json" ]; then
  export KIOSK__FEEDS="$data/feeds.json"
fi

if [ "$(id -u)" -eq 0 ]; then
  exec setpriv --reuid=kiosk --regid=kiosk --clear-groups "$program" "$@"
fi
exec "$program" "$@"
