-- What wrk asks for: the paths after "--" on its command line, in turn. Each of its threads begins with another one.

local threads = 0

function setup(thread)
    thread:set("number", threads)
    threads = threads + 1
end

function init(paths)
    requests = {}
    for index, path in ipairs(paths) do
        requests[index] = wrk.format("GET", path)
    end
    last = number * math.floor(#requests / 2)
end

function request()
    last = last % #requests + 1
    return requests[last]
end

-- One line for WrkReport: requests, their duration, two latencies (all in microseconds), and requests that failed.
function done(summary, latency)
    local errors = summary.errors
    io.write(string.format("report %d %d %d %d %d\n",
        summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
        errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
