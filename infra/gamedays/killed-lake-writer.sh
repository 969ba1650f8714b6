# The lake-writer is killed while batches land: the next one goes on, and nothing is there twice.

for round in 1 2 3 4 5; do
  send "kill-$round"
  [[ $status == 200 ]] || fail "expected a 200, got $status: $answer"
  # A batch is collected for two seconds and landed within one: somewhere in that.
  sleep "$((round % 3)).$((round * 2 % 10))"
  for pid in $(pgrep -f "$data/functions/lake-writer/" || true); do
    kill -9 "$pid" && say "do:   killed the lake-writer, process $pid"
  done
done
expect_rows kill 25
