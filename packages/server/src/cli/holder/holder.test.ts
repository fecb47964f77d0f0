/** The socket between the command line and the process that holds the data directory. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { callHolder } from './call.ts';
import type { Call } from './protocol.ts';
import { type Holder, type RemoteRun, serveHolder } from './serve.ts';
import { socketPath } from './socket-path.ts';

let directory = '';
let holder: Holder | undefined;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'security-monkey-holder-'));
});
afterEach(async () => {
  await holder?.close({ abort: true });
  holder = undefined;
});

const call: Call = { kind: 'call', version: '1', argv: ['items'], directory: '/here', author: 'me' };

async function serve(run: (remote: RemoteRun) => Promise<0 | 1 | 2 | 130>): Promise<void> {
  holder = await serveHolder(directory, { version: '1', run });
}

function caller(signal: AbortSignal = new AbortController().signal) {
  const said: string[] = [];
  const sink = {
    line: async (text: string) => void said.push(text),
    notice: ({ text }: { readonly text: string }) => void said.push(`notice ${text}`),
    error: (text: string) => void said.push(`error ${text}`),
  };
  return {
    said,
    call: (changes: Partial<Call> = {}) => callHolder(directory, { ...call, ...changes }, { sink, signal }),
  };
}

describe('the holder of a data directory', () => {
  it('runs what others type and hands everything back in order', async () => {
    await serve(async (remote) => {
      expect(remote.call).toEqual(call);
      remote.notice({ text: 'working', lasting: true });
      for (let index = 0; index < 5_000; index += 1) await remote.line(`line ${index}`);
      remote.error('one thing failed');
      return 1;
    });
    const { said, call: type } = caller();
    expect(await type()).toBe(1);
    expect(said.filter((text) => text.startsWith('line'))).toEqual(
      Array.from({ length: 5_000 }, (_, index) => `line ${index}`),
    );
    expect(said).toContain('notice working');
    expect(said).toContain('error one thing failed');
  });

  it('is for its user only', async () => {
    await serve(async () => 0);
    expect(statSync(socketPath(directory)).mode & 0o777).toBe(0o600);
  });

  it('is for its user only from the first moment on', async () => {
    const before = process.umask(0);
    const modes: number[] = [];
    try {
      const serving = serve(async () => 0);
      modes.push(statSync(socketPath(directory)).mode & 0o777, process.umask());
      await serving;
    } finally {
      process.umask(before);
    }
    expect(modes).toEqual([0o600, 0]);
  });

  it('neither listens nor asks where somebody else may, when the path is too long for its own directory', async () => {
    const temporary = mkdtempSync(join(tmpdir(), 'security-monkey-tmp-'));
    vi.stubEnv('TMPDIR', temporary);
    try {
      directory = join(temporary, 'x'.repeat(100));
      mkdirSync(directory);
      const place = dirname(socketPath(directory));
      expect(place).toBe(join(temporary, `security-monkey-${userInfo().uid}`));
      mkdirSync(place);
      chmodSync(place, 0o777);
      await expect(serve(async () => 0)).rejects.toMatchObject({ code: 'holder_place' });
      await expect(caller().call()).rejects.toMatchObject({ code: 'holder_place' });
      rmSync(place, { recursive: true });
      symlinkSync(mkdtempSync(join(tmpdir(), 'security-monkey-other-')), place);
      await expect(serve(async () => 0)).rejects.toMatchObject({ code: 'holder_place' });
      rmSync(place);
      await serve(async () => 0);
      expect(await caller().call()).toBe(0);
    } finally {
      vi.unstubAllEnvs();
    }
  });

  it('stops a command when its caller presses Ctrl-C', async () => {
    await serve(
      (remote) => new Promise((resolve) => remote.signal.addEventListener('abort', () => resolve(130))),
    );
    const stop = new AbortController();
    const answered = caller(stop.signal).call();
    setTimeout(() => stop.abort(), 20);
    expect(await answered).toBe(130);
  });

  it('stops a command whose caller is gone', async () => {
    const aborted = new Promise<boolean>((resolve) => {
      void serve(
        (remote) =>
          new Promise((end) =>
            remote.signal.addEventListener('abort', () => {
              resolve(true);
              end(130);
            }),
          ),
      ).then(() => {
        const socket = connect(socketPath(directory), () => {
          socket.write(`${JSON.stringify(call)}\n`, () => setTimeout(() => socket.destroy(), 20));
        });
      });
    });
    expect(await aborted).toBe(true);
  });

  it('waits for the commands under way when it closes', async () => {
    const finish: (() => void)[] = [];
    await serve(() => new Promise((resolve) => finish.push(() => resolve(0))));
    const { call: type } = caller();
    const answered = type();
    await expect.poll(() => finish.length).toBe(1);
    const closed = holder?.close({ abort: false });
    expect(await type()).toBeUndefined();
    finish[0]?.();
    expect(await answered).toBe(0);
    await closed;
  });

  it('refuses a command of another version', async () => {
    await serve(async () => 0);
    await expect(caller().call({ version: '2' })).rejects.toMatchObject({ code: 'holder_version' });
  });

  it('that goes away in the middle is an error, not a success', async () => {
    // A holder that accepts and dies, as by kill -9.
    const server = createServer((socket) => {
      socket.once('data', () => socket.write('{"kind":"accepted"}\n', () => socket.destroy()));
    });
    await new Promise<void>((resolve) => server.listen(socketPath(directory), resolve));
    await expect(caller().call()).rejects.toMatchObject({ code: 'holder_lost' });
    server.close();
  });

  it('is nobody when nobody listens, also behind a socket left by the dead', async () => {
    expect(await caller().call()).toBeUndefined();
    writeFileSync(socketPath(directory), '');
    expect(await caller().call()).toBeUndefined();
    await serve(async () => 0);
    expect(await caller().call()).toBe(0);
  });

  it('drops whoever speaks nonsense and goes on', async () => {
    await serve(async () => 0);
    await new Promise<void>((resolve) => {
      const socket = connect(socketPath(directory), () => socket.write('GET / HTTP/1.1\r\n\r\n'));
      socket.on('close', () => resolve());
    });
    expect(await caller().call()).toBe(0);
  });
});

it('the path of the socket stays short however long that of the data directory is', () => {
  const long = join(directory, 'x'.repeat(120));
  mkdirSync(long);
  expect(Buffer.byteLength(socketPath(long))).toBeLessThanOrEqual(100);
  expect(socketPath(long)).not.toBe(socketPath(directory));
});
