# What a month of Weir costs at an even rate of events. Reads prices, then what was measured, then assumptions, then what
# was said otherwise.
# Variables: events (per second), profile (steady or on-demand), api_kind (http or rest), format (table or row).
BEGIN { FS = "\t"; SECONDS = 2628000; HOURS = 730; MILLION = 1e6; GB = 1e9 }
/^#/ || NF < 2 { next }
FILENAME ~ /prices/ { price[$1] = $2; next }
{ a[$1] = $2 }

function cost(name, dollars) { order[++lines] = name; amount[name] = dollars; total += dollars }
function up(x) { return x == int(x) ? x : int(x) + 1 }
function most(x, y) { return x > y ? x : y }
function least(x, y) { return x < y ? x : y }

# Seconds that Lambda takes for a second of CPU on the machine that was measured on: a function has a part of a core by its
# memory, and one thread has never more than one.
function stretched(gb) { return a["core_factor"] * most(1, a["gb_per_core"] / gb) }

END {
  n = split(assume, said, ",")
  for (i = 1; i <= n; i++) {
    split(said[i], pair, "=")
    if (!(pair[1] in a)) { print "ops: there is no assumption '" pair[1] "'" > "/dev/stderr"; exit 1 }
    a[pair[1]] = pair[2]
  }
  requests = events / a["events_per_request"]
  month = events * SECONDS
  monthly_requests = requests * SECONDS
  bytes = events * a["record_bytes_per_event"]
  shards = most(1, up(a["headroom"] * most(requests / a["shard_records"], bytes / a["shard_bytes"])))

  api = monthly_requests / MILLION
  if (api_kind == "rest") {
    cost("API requests", least(api, 333) * price["rest_request"] + least(most(api - 333, 0), 667) * price["rest_request_more"] \
      + most(api - 1000, 0) * price["rest_request_most"])
    cost("firewall", price["waf_acl_month"] + 4 * price["waf_rule_month"] + api * price["waf_request"])
  } else {
    cost("API requests", least(api, 300) * price["api_request"] + most(api - 300, 0) * price["api_request_more"])
  }
  cost("collector", api * price["lambda_request"] \
    + monthly_requests * (a["collector_wait_ms"] / 1e3 + a["collector_cpu_us_per_request"] / 1e6 * stretched(a["collector_gb"])) \
    * a["collector_gb"] * price["lambda_gb_second"])

  provisioned = shards * HOURS * price["shard_hour"] \
    + api * up(bytes / most(requests, 1e-9) / 25000) * price["put_unit"]
  stream_gb = bytes * SECONDS / GB
  ondemand = HOURS * price["ondemand_stream_hour"] + stream_gb * (price["ondemand_in_gb"] + 2 * price["ondemand_out_gb"])
  cost(profile == "on-demand" ? "stream (on-demand)" : "stream (" shards " shards)", \
    profile == "on-demand" ? ondemand : provisioned)

  batches = least(shards * SECONDS / a["writer_window_s"], monthly_requests)
  cost("lake-writer", batches / MILLION * price["lambda_request"] \
    + (batches * a["writer_wait_ms"] / 1e3 + month * a["writer_cpu_us_per_event"] / 1e6 * stretched(a["writer_gb"])) \
    * a["writer_gb"] * price["lambda_gb_second"])
  runs = least(shards * SECONDS / a["counters_window_s"], monthly_requests)
  cost("counters", runs / MILLION * price["lambda_request"] \
    + (runs * a["counters_wait_ms"] / 1e3 + month * a["counters_cpu_us_per_event"] / 1e6 * stretched(a["counters_gb"])) \
    * a["counters_gb"] * price["lambda_gb_second"])
  cost("counter items", runs * (runs > 0 ? least(a["counter_items"], month / runs) : 0) / MILLION * price["dynamodb_write"])
  cost("compactor", 24 * 30 / MILLION * price["lambda_request"] \
    + month * a["compactor_passes"] * a["compactor_cpu_us_per_event"] / 1e6 * stretched(a["compactor_gb"]) \
    * a["compactor_gb"] * price["lambda_gb_second"])
  cost("S3 requests", batches / MILLION * (price["s3_put"] + 2 * price["s3_get"]))
  stored = month * a["stored_bytes_per_event"] / GB
  cost("S3 storage, when full", stored * a["kept_days"] / 30.4 * price["s3_gb_month"])
  cost("key", price["kms_key_month"] + (batches + runs + monthly_requests / 100) / MILLION * price["kms_request"])
  cost("logs", monthly_requests * a["log_bytes_per_request"] / GB * price["log_gb"])
  cost("alarms and dashboards", 30 * price["alarm_month"] + 3 * price["dashboard_month"] + 5 * price["metric_month"])
  cost("queries", a["athena_tb_month"] * price["athena_tb"])

  per_million = month > 0 ? total / (month / MILLION) : 0
  if (format == "row") {
    firehose = 5000 / GB * MILLION * (price["firehose_gb"] + price["firehose_parquet_gb"])
    printf "| %s | %s | %.2f | %.3f | %.3f |\n", events, shards, total, per_million, firehose
    exit
  }
  for (i = 1; i <= lines; i++) printf "%-26s %12.2f\n", order[i], amount[order[i]]
  printf "%-26s %12.2f USD a month\n", "total", total
  if (month > 0) printf "%-26s %12.3f USD per million events (%.0f million a month)\n", "", per_million, month / MILLION
}
