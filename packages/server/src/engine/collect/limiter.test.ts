import { describe, expect, it } from 'vitest';
import { createVirtualClock } from '../testing/virtual-clock.ts';
import { type CallPriority, createLimiter, type Limiter } from './limiter.ts';

const ok = { succeeded: true, throttled: false };
const never = new AbortController().signal;
const turn = (priority: CallPriority, flow: string, signal = never) => ({ key: 'k', priority, flow, signal });

async function fill(limiter: Limiter): Promise<readonly ((outcome: typeof ok) => void)[]> {
  return await Promise.all(Array.from({ length: 16 }, () => limiter.acquire(turn('describe', 'first'))));
}

describe('the limiter', () => {
  it('serves listings before describes, and the describes of two technologies in turn', async () => {
    const limiter = createLimiter(createVirtualClock());
    const running = await fill(limiter);
    const served: string[] = [];
    const ask = (priority: CallPriority, flow: string): Promise<void> =>
      limiter.acquire(turn(priority, flow)).then((end) => {
        served.push(`${priority} ${flow}`);
        end(ok);
      });
    const asked = [
      ask('describe', 'buckets'),
      ask('describe', 'buckets'),
      ask('describe', 'buckets'),
      ask('describe', 'groups'),
      ask('list', 'groups'),
      ask('connect', 'other'),
    ];
    running[0]?.(ok);
    await Promise.all(asked);
    expect(served).toEqual([
      'connect other',
      'list groups',
      'describe buckets',
      'describe groups',
      'describe buckets',
      'describe buckets',
    ]);
  });

  it('makes everybody wait out the pause that a throttled call brought', async () => {
    const clock = createVirtualClock();
    const limiter = createLimiter(clock);
    const begun = clock.now().getTime();
    const end = await limiter.acquire(turn('list', 'a'));
    end({ succeeded: false, throttled: true, retryAfterMs: 9_000 });
    await limiter.acquire(turn('list', 'b'));
    expect(clock.now().getTime() - begun).toBe(9_000);
  });

  it('rejects those who give up while they wait, and serves the others', async () => {
    const limiter = createLimiter(createVirtualClock());
    const running = await fill(limiter);
    const stop = new AbortController();
    const given = limiter.acquire(turn('list', 'a', stop.signal));
    const kept = limiter.acquire(turn('list', 'b'));
    stop.abort(new Error('stopped'));
    await expect(given).rejects.toThrow('stopped');
    running[0]?.(ok);
    expect(await kept).toBeTypeOf('function');
  });

  it('keeps the budgets of different keys apart', async () => {
    const limiter = createLimiter(createVirtualClock());
    await fill(limiter);
    expect(await limiter.acquire({ ...turn('describe', 'a'), key: 'other' })).toBeTypeOf('function');
  });
});
