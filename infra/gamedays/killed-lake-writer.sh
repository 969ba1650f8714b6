# The lake-writer is killed while batches land: the next one goes on, and nothing is there twice.

# The process that was started last, if it is one of ours: an old number may be another's by now.
lake_writer() {
  local pid
  pid=$(sed -n 's/.* INIT_START .*Process: //p' "$data/logs/$(function_name lake-writer).log" | tail -n 1)
  [[ -n $pid && $(ps -o command= -p "$pid") == *lake-writer* ]] && printf '%s\n' "$pid"
}

killed=0
for round in 1 2 3 4 5; do
  send "kill-$round"
  [[ $status == 200 ]] || fail "expected a 200, got $status: $answer"
  # A batch is collected for two seconds and landed within one: somewhere in that.
  sleep "$((round % 3)).$((round * 2 % 10))"
  if pid=$(lake_writer) && kill -9 "$pid"; then
    say "do:   killed the lake-writer, process $pid"
    killed=$((killed + 1))
  fi
done
((killed > 0)) || fail "there was no lake-writer to kill"
expect_rows kill 25
