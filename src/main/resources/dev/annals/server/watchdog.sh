# Runs a server for as long as the process that started it lives, however that one ends.
# watchdog.sh FOLDER COMMAND…: standard input is a pipe whose other end that process holds.
trap '' INT HUP TERM
folder=$1
shift
"$@" </dev/null >"$folder/log" 2>&1 &
server=$!
cat >/dev/null
kill -QUIT "$server" 2>/dev/null
wait "$server" 2>/dev/null
rm -rf "$folder"
