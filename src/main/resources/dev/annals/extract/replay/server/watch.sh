# Runs one scratch server, stops it and removes its folder when the process that asked for it ends.
# That process holds the other end of our standard input: however it ends, the pipe closes.
#
#   sh watch.sh <folder> <template data directory> <owner or -> <command …>
folder=$1
template=$2
owner=$3
shift 3
trap '' HUP INT TERM
umask 077
ulimit -c 0
exec 3<&0 </dev/null
cd / || exit 1

cp -R "$template" "$folder/data" || exit 1
# What a former server had otherwise than the template.
if [ -d "$folder/image" ]; then
  cp -R "$folder/image/." "$folder/data" && rm -rf "$folder/image" || exit 1
fi
if [ "$owner" != - ]; then
  chown -R "$owner" "$folder" || exit 1
fi

"$@" 3<&- &
server=$!

# The postmaster's own id, where a wrapper stands between it and us.
postmaster() {
  if [ -s "$folder/data/postmaster.pid" ]; then
    head -n 1 "$folder/data/postmaster.pid"
  else
    echo "$server"
  fi
}

(
  while read -r line; do :; done <&3
  # Nobody is left to read the log of a server that had not started yet.
  : >"$folder/started"
  kill -QUIT "$(postmaster)" 2>/dev/null
  # Not gone after ten seconds: it will not go by itself.
  seconds=0
  while kill -0 "$server" 2>/dev/null && [ "$seconds" -lt 10 ]; do
    sleep 1
    seconds=$((seconds + 1))
  done
  kill -KILL "$(postmaster)" "$server" 2>/dev/null
) &
watcher=$!
exec 3<&-

wait "$server"
status=$?
kill -KILL "$watcher" 2>/dev/null
if [ -e "$folder/started" ]; then
  rm -rf "$folder"
fi
exit "$status"
