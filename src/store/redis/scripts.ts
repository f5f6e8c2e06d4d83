import { LOG_KEPT } from '../port.ts';
import { script } from './run-script.ts';

/**
 * What a record looks like in Redis: twelve characters of version, one mark, and the value. The scripts look at
 * the first thirteen only: a value that is never decoded cannot be changed by it.
 */
export const NOTHING_DUE = '-';
export const SOMETHING_DUE = '+';

/**
 * KEYS record, log, outbox, due, reminder, times of reminders, and a collection where something is put into one
 * ARGV expected version or '', ttl in ms, wake-up channel, member of the lists, stored record, number of log entries,
 *      who commits, 'asked' or 'done' for an erasure, log entries…, outbox entries…, and for the collection: member,
 *      value, ttl in ms, the other member that it is provided for or '', and that one's value
 * Returns the ids of the log entries and then of the outbox entries; nil for a conflict, 0 where it is left out.
 */
export const commitScript = script(`
local head = redis.call('GETRANGE', KEYS[1], 0, 12)
local current = string.sub(head, 1, 12)
local token = string.sub(ARGV[5], 1, 12)
local ttl = ARGV[2]
local logs = tonumber(ARGV[6])
local last = KEYS[7] and #ARGV - 5 or #ARGV
local outs = last - 8 - logs
local ids = {}

-- This very commit was applied before and its answer lost: give the same answer, change nothing. Nobody has
-- committed since, so the log's last entries are its own; of the outbox some may have been delivered already.
if current == token then
  if logs > 0 then
    local newest = redis.call('XREVRANGE', KEYS[2], '+', '-', 'COUNT', logs)
    for i = #newest, 1, -1 do ids[#ids + 1] = newest[i][1] end
  end
  if outs > 0 then
    local newest = redis.call('XREVRANGE', KEYS[3], '+', '-', 'COUNT', outs)
    for i = #newest, 1, -1 do
      if newest[i][2][1] == token then ids[#ids + 1] = newest[i][1] end
    end
  end
  -- a write, so that a WAIT behind this script waits for what was written the first time
  redis.call('PEXPIRE', KEYS[1], ttl)
  return ids
end

if current ~= ARGV[1] then return false end

if KEYS[7] then
  local other = ARGV[last + 4]
  if other ~= '' and redis.call('HGET', KEYS[7], other) ~= ARGV[last + 5] then return 0 end
  redis.call('HSET', KEYS[7], ARGV[last + 1], ARGV[last + 2])
  local kept = tonumber(ARGV[last + 3])
  if redis.call('PTTL', KEYS[7]) < kept then redis.call('PEXPIRE', KEYS[7], kept) end
end

-- Erasing comes first: a server whose memory is full refuses a script whose first write needs room, and lets one go
-- on that has begun by giving some up. So does the question before an erasure, whose record is written anew below.
if ARGV[8] == 'asked' then redis.call('UNLINK', KEYS[1]) end
if ARGV[8] == 'done' then
  redis.call('UNLINK', KEYS[1], KEYS[2], KEYS[3], KEYS[5])
  redis.call('ZREM', KEYS[4], ARGV[4])
  redis.call('ZREM', KEYS[6], ARGV[4])
  head = ''
end

-- Ids from the clock's microseconds, not from XADD's own milliseconds: a stream that is deleted and made anew
-- would begin the same millisecond again, and give an id twice. Where the clock was set back, XADD goes on.
local clock = redis.call('TIME')
local ms = clock[1] .. string.format('%03d', math.floor(clock[2] / 1000))
local function append(stream, i, field)
  local id = ms .. '-' .. (clock[2] % 1000 * 1000 + i)
  local added = redis.pcall('XADD', stream, id, field, ARGV[i])
  if type(added) == 'table' then added = redis.call('XADD', stream, '*', field, ARGV[i]) end
  ids[#ids + 1] = added
end

redis.call('SET', KEYS[1], ARGV[5], 'PX', ttl)
for i = 9, 8 + logs do append(KEYS[2], i, 'v') end
if logs > 0 then redis.call('XTRIM', KEYS[2], 'MAXLEN', '~', ${LOG_KEPT}) end
-- also when nothing was added: the log lives as long as the record
redis.call('PEXPIRE', KEYS[2], ttl)

if outs > 0 or string.sub(head, 13, 13) == '${SOMETHING_DUE}' then
  -- the field is the commit's version, by which a repeated commit knows its own entries
  for i = 9 + logs, last do append(KEYS[3], i, token) end
  if outs > 0 then
    -- NX: the list tells since when something has waited
    redis.call('ZADD', KEYS[4], 'NX', string.match(ids[logs + 1], '^%d+'), ARGV[4])
  end
  redis.call('SETRANGE', KEYS[1], 12, '${SOMETHING_DUE}')
  redis.call('PEXPIRE', KEYS[3], ttl)
  redis.call('PEXPIRE', KEYS[4], ttl)
end

if logs > 0 then redis.call('PUBLISH', ARGV[3], ids[logs] .. ' ' .. ARGV[7]) end
return ids
`);

/**
 * KEYS record, outbox, due
 * ARGV member of due, ttl in ms, ids…
 * Removes delivered entries and puts the mark and the list of due conversations right. Returns how many entries
 * are left. With no ids it only puts right, as for an outbox that has expired.
 */
export const acknowledgeScript = script(`
if #ARGV > 2 then redis.call('XDEL', KEYS[2], unpack(ARGV, 3)) end
local oldest = redis.call('XRANGE', KEYS[2], '-', '+', 'COUNT', 1)[1]
if oldest then
  redis.call('ZADD', KEYS[3], string.match(oldest[1], '^%d+'), ARGV[1])
  redis.call('PEXPIRE', KEYS[3], ARGV[2])
  return redis.call('XLEN', KEYS[2])
end
redis.call('DEL', KEYS[2])
redis.call('ZREM', KEYS[3], ARGV[1])
-- the check keeps an expired record from coming back as a lone mark without a time to live
if redis.call('GETRANGE', KEYS[1], 12, 12) == '${SOMETHING_DUE}' then
  redis.call('SETRANGE', KEYS[1], 12, '${NOTHING_DUE}')
end
return 0
`);

/**
 * KEYS record; ARGV version, ttl in ms. Returns 1 if the record is still of that version, else 0. The write changes
 * nothing but gives a WAIT behind it something to wait for: after a read alone it answers at once.
 */
export const confirmScript = script(`
if redis.call('GETRANGE', KEYS[1], 0, 11) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])
`);
