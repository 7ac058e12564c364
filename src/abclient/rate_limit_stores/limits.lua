-- One exchange with the limits of an account, as abclient/_ratelimit/shared_limits.py decides, inside Redis or Valkey.
-- The constants K stand before this text: they are those of the Python code.
-- KEYS[1]: the account's limits. ARGV[1]: what a process tells, as JSON. ARGV[2]: seconds to keep them.
-- ARGV[3], for tests: the time, in seconds. Returns the reply as JSON.

local now = tonumber(ARGV[3])
if not now then
  local time = redis.call('TIME')
  now = (time[1] - K.epoch) + time[2] / 1e6 -- JSON numbers have 14 digits here
end
local told = cjson.decode(ARGV[1])
local stored = redis.call('GET', KEYS[1])
local s
local max, min = math.max, math.min

local function follow(learned, shared)
  learned.rate = max(K.min_rate, shared.rate)
  learned.step = shared.step
  learned.top = max(learned.rate, shared.top)
  learned.hold, learned.held, learned.slow_start = shared.hold, shared.held, shared.slow_start
end

if stored then
  s = cmsgpack.unpack(stored)
elseif told.seed then
  s = {number = 0, routes = {}, unreliable = false, next_slot = 0, slot_gap = 0, complete_at = 0,
       cooldowns = {}, processes = {}, windows = {},
       learned = {successes = 0, cycle = 0, failed_rate = told.seed.learned.rate, recent = {}}}
  follow(s.learned, told.seed.learned)
else
  return 'null'
end
local learned = s.learned

-- LearnedRate

local function rate_now()
  if learned.slow_start then return learned.rate end
  local x, headroom = (learned.held - learned.hold) / learned.hold, 1
  if x < 0 then headroom = 1 - learned.rate / learned.top end
  return learned.top * (1 + headroom * x * x * x)
end

local function set_rate(rate, top, hold)
  learned.rate, learned.top, learned.hold, learned.held, learned.slow_start = rate, max(top, rate), hold, 0, false
end

local function recent_rate(buckets)
  local oldest, total, first = math.floor(now / K.bucket_seconds) - buckets, 0, nil
  for _, pair in ipairs(learned.recent) do
    if pair[1] > oldest then
      first = first or pair[1]
      total = total + pair[2]
    end
  end
  if total < K.min_rate_samples then return nil end
  return total / max(K.bucket_seconds, now - first * K.bucket_seconds)
end

local function record_sent(binding)
  local passed = 0
  if learned.sent_at then passed = min(now - learned.sent_at, K.max_step_seconds) end
  learned.sent_at = now
  learned.cycle = learned.cycle + passed
  if binding then learned.held = learned.held + passed end
end

local function record_success(binding, count)
  learned.successes = learned.successes + count
  local quarter, recent = math.floor(now / K.bucket_seconds), learned.recent
  if #recent > 0 and recent[#recent][1] == quarter then
    recent[#recent][2] = recent[#recent][2] + count
  else
    recent[#recent + 1] = {quarter, count}
    if #recent > K.buckets then table.remove(recent, 1) end
  end
  if learned.slow_start and binding then learned.rate = learned.rate + learned.step * count end
  if now < s.complete_at then learned.recent = {} end
end

local function record_throttle(enforced)
  if learned.throttled_at then return end
  learned.throttled_at = now
  local measured = recent_rate(learned.slow_start and K.slow_start_buckets or K.buckets)
  local failed = measured or rate_now()
  if measured and enforced then failed = min(rate_now(), measured) end
  learned.failed_rate = max(K.min_rate, failed)
end

local function record_recovery(overload)
  if not learned.throttled_at then return end
  local blocked, failed = now - learned.throttled_at, learned.failed_rate
  local cycle, successes = learned.cycle + blocked, learned.successes
  learned.throttled_at, learned.sent_at = nil, nil
  if overload then
    local rate = rate_now()
    set_rate(max(K.min_rate, K.overload_cut * rate), rate, K.overload_hold)
  elseif learned.slow_start and successes < K.min_successes then
    learned.rate = max(K.min_rate, learned.rate / 2)
    learned.step = min(learned.step, K.ln2 / max(K.doubling, K.doubling_per_blocked * blocked))
  else
    local accepted = failed
    if cycle > 0 then accepted = successes / cycle end
    local cut = learned.slow_start and K.first_cut or K.cut
    local hold = K.hold_per_blocked * blocked * min(1, successes / K.confident)
    hold = max(min(max(hold, K.min_hold), K.max_hold), K.min_hold_requests / failed)
    set_rate(max(K.min_rate, min(cut * failed, math.sqrt(accepted * failed))), failed, hold)
  end
  learned.successes, learned.cycle = 0, 0
end

-- Cooldown

local function uniform(part, low, high) return low + part * (high - low) end

local function cooldown_delay(throttles, wait, part)
  local growing = 2 ^ min(throttles - 1, 60)
  if wait and wait > K.max_window then
    return min(K.max_window, growing * uniform(part, 1, 1.25))
  end
  growing = min(K.max_cooldown, growing)
  if not wait then return growing * uniform(part, 1, 1.25) end
  local asked = wait + uniform(part, 0, min(0.5, 0.1 * wait))
  return max(asked, throttles == 1 and 0 or growing / 2)
end

local function hold_until(cooldown, ends)
  if not cooldown.active then cooldown.active, cooldown.started_at = true, now end
  cooldown.ends = ends
end

local function throttle(event)
  local cooldown = s.cooldowns[event.scope]
  if not cooldown then
    cooldown = {active = false, ends = 0, overload = false, last_duration = 0, throttles = 0,
                last_of_episode = -1, started_at = 0}
    s.cooldowns[event.scope] = cooldown
  end
  if event.number <= cooldown.last_of_episode then
    if event.wait and event.wait <= K.max_window then
      hold_until(cooldown, max(cooldown.ends, now + event.wait))
    end
    return
  end
  cooldown.throttles = cooldown.active and cooldown.throttles + 1 or 1
  cooldown.last_of_episode = s.number
  local least = 0
  if not event.wait then
    least = min(K.max_cooldown, cooldown.last_duration / K.last_duration_divisor) * uniform(event.random, 1, 1.25)
  end
  hold_until(cooldown, now + max(least, cooldown_delay(cooldown.throttles, event.wait, event.random)))
  cooldown.overload = event.overload
  if event.teaches then
    s.unreliable = true
    record_throttle(event.enforced)
  end
end

-- SharedLimits

local function count(t) local n = 0; for _ in pairs(t) do n = n + 1 end; return n end

local function forget()
  for process, entry in pairs(s.processes) do
    entry[1] = min(entry[1], now)
    if entry[1] < now - K.absent_after then s.processes[process] = nil end
  end
  for name, window in pairs(s.windows) do
    window[3] = min(window[3], now + K.max_window)
    if window[3] < now - K.stale_after then s.windows[name] = nil end
  end
  for _, cooldown in pairs(s.cooldowns) do
    cooldown.ends = min(cooldown.ends, now + K.max_window)
    if cooldown.probe and not (now < cooldown.lease and cooldown.lease <= now + K.probe_lease) then
      cooldown.probe = nil
    end
  end
  if learned.sent_at then learned.sent_at = min(learned.sent_at, now) end
  if learned.throttled_at then learned.throttled_at = min(learned.throttled_at, now) end
  s.complete_at = min(s.complete_at, now + K.rejoin)
  s.next_slot = min(s.next_slot, now + K.reserve + s.slot_gap)
end

local function apply(event)
  if event.kind == 'succeeded' then
    record_success(event.growing, event.count)
    return
  end
  if event.kind == 'throttled' then throttle(event) end
  for scope, cooldown in pairs(s.cooldowns) do
    if cooldown.probe == event.number then
      cooldown.probe = nil
      if event.kind == 'recovered' then
        cooldown.active, cooldown.last_duration = false, now - cooldown.started_at
        s.next_slot = now
        if scope == K.account then record_recovery(cooldown.overload) end
      end
    end
  end
end

local function until_next_try(cooldown)
  if cooldown.probe then return K.probe_recheck end
  return max(0, cooldown.ends - now)
end

-- A grant, or the seconds until the next try.
local function take(wanted, processes)
  local active, hold = {}, 0
  for _, scope in ipairs({K.account, wanted.route}) do
    local cooldown = s.cooldowns[scope]
    if cooldown and cooldown.active then
      active[#active + 1] = cooldown
      hold = max(hold, until_next_try(cooldown))
    end
  end
  if hold > 0 then return nil, hold end
  local rate, binding = wanted.rate, false
  if wanted.learned then
    local found = rate_now()
    rate, binding = min(rate or found, found), found < wanted.ceiling * processes
  end
  local paced = rate and #active == 0
  local at = paced and max(s.next_slot, now - K.slot_burst) or now
  if at - now > K.reserve then return nil, at - now - K.reserve end
  s.number = s.number + 1
  s.routes[wanted.route] = max(s.routes[wanted.route] or 0, wanted.on_route) + 1
  for _, cooldown in ipairs(active) do cooldown.probe, cooldown.lease = s.number, now + K.probe_lease end
  if wanted.learned then record_sent(binding and s.next_slot >= now - K.slot_burst) end
  if paced then
    s.slot_gap = 1 / rate
    s.next_slot = at + s.slot_gap
  end
  return {number = s.number, on_route = s.routes[wanted.route], wait = max(0, at - now), probe = #active > 0}, 0
end

forget()
if told.seed then
  s.number = max(s.number, told.seed.number)
  for route, number in pairs(told.seed.routes) do s.routes[route] = max(s.routes[route] or 0, number) end
  if told.seed.alone then s.complete_at = now + K.rejoin end
end
s.processes[told.process] = not told.leaving and {now, told.pending or 0} or nil
local windows = count(s.windows)
for name, window in pairs(told.windows or {}) do
  local known = s.windows[name]
  if (known and window.number >= known[1]) or (not known and windows < K.max_windows) then
    if not known then windows = windows + 1 end
    s.windows[name] = {window.number, window.remaining, now + window.resets_in}
  end
end
for _, event in ipairs(told.events or {}) do apply(event) end
local processes = max(1, count(s.processes))
if told.slot_within then s.next_slot = min(s.next_slot, now + told.slot_within * processes) end

local reply = {processes = processes, pending = 0, unreliable = s.unreliable, cooling = {}, windows = {}, wait = 0}
if told.take then reply.grant, reply.wait = take(told.take, processes) end
reply.grant = reply.grant or cjson.null
for process, entry in pairs(s.processes) do
  if process ~= told.process then reply.pending = reply.pending + entry[2] end
end
reply.learned = {rate = learned.rate, step = learned.step, slow_start = learned.slow_start, top = learned.top,
                 hold = learned.hold, held = min(learned.held, K.max_held)}
for scope, cooldown in pairs(s.cooldowns) do
  if cooldown.active then reply.cooling[scope] = until_next_try(cooldown) end
end
for name, window in pairs(s.windows) do
  reply.windows[name] = {number = window[1], remaining = window[2], resets_in = window[3] - now}
end
redis.call('SET', KEYS[1], cmsgpack.pack(s), 'EX', ARGV[2])
return cjson.encode(reply)
