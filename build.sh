#!/usr/bin/env bash
# The one entry to this checkout. It needs the .NET SDK and nothing else.
set -euo pipefail
caller=$PWD
cd "$(dirname "$0")"
root=$PWD

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
configuration=Release
results=artifacts/tests

usage() {
    cat <<'TXT'
Usage: ./build.sh VERB

  demo            build, then run the clickstream job over generated files: Ctrl-C stops it, the same command goes on
  test [--full] [PROJECT]
                  build with warnings as errors, run all tests (or those of tests/PROJECT), end with 'N passed, N failed';
                  --full adds the long matrices: every case with several nodes, killed, paused and cut off, and prints each
  up N [--slots S] [--folder F] [--port P] [--rest-port P] [-c FILE] [-D key=value]
                  build, start N nodes on this host in the background, wait until they are up, say how to look at them, add one, end them
  down [--folder F]
                  end just those nodes
  conformance operators [--dir DIR] [--suite SUITE] [--case ID]
                  run the golden cases of tests/Conformance/Cases (or of DIR), plainly and with a restore after each step, end with 'N passed, N failed'
  chaos [--minutes M] [--seed S]
                  a ledger on three nodes while a script, by default of 10 minutes, kills, pauses and cuts nodes, broker, database and disk;
                  ends with exit code 0 if nothing was lost or doubled
  chaos KIND...   long runs of one process: accesslog, kafka, exactly-once, exactly-once-rate
  docs            write docs/configuration.md anew from hocon.conf
  bench [JOB...] [-n N] [-k K] [-p P] [--driver sync|actors] [--checkpoint INTERVAL] [--format text|json]
                  compare jobs (stateless, running, window, sliding, session, timers, join; default all) with hand-written loops
  bench latency [--rate RATES]
                  how late results of windows are at fixed rates; plots in artifacts/bench
  bench checkpoint [-k K] [--rate RATE] [--interval INTERVAL]
                  latency and bytes of checkpoints with many keys, and the way back after kill -9
  bench micro [FILTER]
                  key index, timers, channel, frames, serializers, key codecs, each by itself
  bench results   take all figures and write benchmarks/RESULTS.md
  bench akka|files|state
                  run other benchmarks, each beside a calibrator in the same run

The environment variable AkkaProvider (official or bundled) decides by hand which Akka.NET is used.
TXT
}

need_sdk() {
    command -v dotnet >/dev/null || {
        echo "The command 'dotnet' was not found. Install the .NET SDK 10 (https://dotnet.microsoft.com/download) and run this again." >&2
        exit 1
    }
}

# Decides which Akka.NET this build stands on, and says why (docs/decisions/0001-two-akka-providers.md).
choose_provider() {
    local record
    record=$(sed -n 's:.*<OfficialContractRun>\(.*\)</OfficialContractRun>.*:\1:p' eng/AkkaProvider.props)
    if [ -n "${AkkaProvider:-}" ]; then
        provider_reason="set by the environment variable AkkaProvider"
    elif [ -z "$record" ]; then
        export AkkaProvider=bundled
        provider_reason="no run of the contract tests on the official packages is recorded in docs/decisions yet"
    elif dotnet restore tests/AkkaContract -p:AkkaProvider=official -v q >/dev/null 2>&1; then
        export AkkaProvider=official
        provider_reason="verified by $record"
    else
        export AkkaProvider=bundled
        provider_reason="fall-back: the package registry has no Akka packages"
    fi
    echo "Akka provider: $AkkaProvider ($provider_reason)"
}

build() {
    choose_provider
    local output
    echo "Building ${1:-Akka.Flink.sln} ..."
    output=$(dotnet build "${1:-Akka.Flink.sln}" -c "$configuration" --nologo -v q) && return
    echo "$output" >&2
    if [ "$AkkaProvider" = official ]; then
        echo "Where the package registry has no Akka packages (NU1101), leave the variable AkkaProvider out or set it to bundled." >&2
    fi
    exit 1
}

run_tests() {
    local projects=(tests/*/*.csproj) project name failed=0 broken=() filter='run!=full' verbosity=minimal
    if [ "${1:-}" = --full ]; then
        filter= verbosity=normal   # each case with its name and its time
        shift
    fi
    if [ -n "${1:-}" ]; then
        is_test_project tests/"$1"/*.csproj || { echo "There is no test project 'tests/$1'. There are: $(test_projects | xargs)." >&2; exit 2; }
        projects=(tests/"$1"/*.csproj)
    fi
    build
    rm -rf "$results"
    for project in "${projects[@]}"; do
        name=$(basename "$project" .csproj)
        is_test_project "$project" || continue
        echo
        echo "== $name"
        dotnet test "$project" -c "$configuration" --no-build --nologo -v q ${filter:+--filter "$filter"} \
            --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=$verbosity" --results-directory "$results" && continue
        failed=1
        is_whole "$results/$name.trx" || broken+=("$name")
    done
    summarize ${broken[@]+"${broken[@]}"}
    return $failed
}

# A folder of tests may hold what tests start or share instead.
is_test_project() { [ -f "$1" ] && ! grep -q '<IsTestProject>false' "$1"; }

test_projects() {
    local project
    for project in tests/*/*.csproj; do
        if is_test_project "$project"; then basename "$(dirname "$project")"; fi
    done
}

# Whether a project's result file tells of all its tests, and of a failure: then that is why the run failed.
is_whole() { [ -f "$1" ] && ! grep -q 'test run was aborted' "$1" && grep -q '<UnitTestResult [^>]*outcome="Failed"' "$1"; }

# Adds up the result files: what was skipped and why, which of the named projects broke off (a failure each), then the one line that counts.
summarize() {
    local passed=0 failures=$# skipped=0 file counters name
    for file in "$results"/*.trx; do
        counters=$(grep -s -o '<Counters [^>]*>' "$file") || continue
        passed=$((passed + $(attribute "$counters" passed)))
        failures=$((failures + $(attribute "$counters" failed) + $(attribute "$counters" error)))
        skipped=$((skipped + $(grep -c '<UnitTestResult [^>]*outcome="NotExecuted"' "$file" || true)))
    done
    if [ "$skipped" -gt 0 ]; then
        echo
        echo "Not run, and why:"
        grep -h -A 4 'outcome="NotExecuted"' "$results"/*.trx \
            | sed -n -e 's:.*testName="\([^"]*\)".*:  \1:p' -e 's:.*<Message>\(.*\)</Message>.*:      \1:p' -e 's:.*<StdOut>\(.*\)</StdOut>.*:      \1:p'
    fi
    for name in "$@"; do
        echo
        echo "$name broke off: its run ended before all of its tests had; what it said stands above. It counts as one failure."
    done
    echo
    if [ "$skipped" -gt 0 ]; then echo "$passed passed, $failures failed, $skipped skipped"; else echo "$passed passed, $failures failed"; fi
    [ "$failures" -eq 0 ] && [ "$passed" -gt 0 ]
}

attribute() { sed -n "s/.* $2=\"\([0-9]*\)\".*/\1/p" <<<"$1"; }

demo() {
    build samples/ClickstreamFiles   # and with it the command line
    touch src/Host/bin/$configuration/net10.0/Akka.Flink.Host.dll
    echo
    exec ./akka-flink run ClickstreamFiles -D akka.flink.dir=artifacts/demo/state -- --dir artifacts/demo --rate 100000
}

# Nodes of this host: what is passed on is explained by './akka-flink up --help'. Relative paths are the caller's.
nodes() {
    build src/Host >&2
    touch src/Host/bin/$configuration/net10.0/Akka.Flink.Host.dll
    cd "$caller"
    exec "$root/akka-flink" "$@"
}

chaos() {
    case "${1:---}" in --*) ledger "$@" ;; esac
    build tests/EndToEnd
    echo
    exec dotnet run --project tests/EndToEnd -c "$configuration" --no-build -- "$@"
}

# In a mount namespace of its own, where that is allowed, it can have a small disk that is gone with it.
ledger() {
    build tests/Chaos
    echo
    local program=(dotnet run --project tests/Chaos -c "$configuration" --no-build -- "$@")
    if unshare --mount true 2>/dev/null; then
        AKKA_FLINK_CHAOS_MOUNTS=1 exec unshare --mount "${program[@]}"
    fi
    exec "${program[@]}"
}

conformance() {
    build tests/Conformance
    echo
    cd "$caller"   # a relative DIR is the caller's
    exec dotnet run --project "$root/tests/Conformance" -c "$configuration" --no-build -- "$@"
}

docs() {
    build tests/Architecture
    touch docs/configuration.md
    AKKA_FLINK_WRITE_DOCS=1 dotnet test tests/Architecture -c "$configuration" --no-build --nologo -v q --filter ConfigurationPageTests
}

bench() {
    local project=Jobs
    case "${1:-}" in
        akka) project=AkkaBenchmarks ;;
        files) project=Files ;;
        micro) project=Micro ;;
        state) project=State ;;
    esac
    [ "$project" = Jobs ] || shift
    build "benchmarks/$project" >&2
    if [ "${1:-}" = results ]; then set -- "$@" --provider "$AkkaProvider"; fi
    exec dotnet run --project "benchmarks/$project" -c "$configuration" --no-build -- "$@"
}

need_sdk
case "${1:-}" in
    demo) demo ;;
    test) run_tests "${@:2}" ;;
    conformance) conformance "${@:2}" ;;
    chaos) chaos "${@:2}" ;;
    docs) docs ;;
    bench) bench "${@:2}" ;;
    up | down) nodes "$@" ;;
    '' | -h | --help | help) usage ;;
    *) echo "There is no verb '$1'." >&2; usage >&2; exit 2 ;;
esac
