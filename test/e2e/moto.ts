/** Starts moto_server, an AWS emulator that this project did not write, on a free port of the loopback address. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

export type Moto = {
  readonly url: string;
  readonly stop: () => Promise<void>;
};

export const howToGetMoto =
  'moto_server is not installed, so the end-to-end tests cannot run: `pip install "moto[server]==5.2.1"` brings it.';

/** Whether the machine has the emulator. Under CI its absence is a failure, not a reason to skip. */
export function motoIsInstalled(): boolean {
  const found = spawnSync('moto_server', ['--help'], { stdio: 'ignore' }).status === 0;
  if (!found && process.env['CI'] === 'true') throw new Error(howToGetMoto);
  return found;
}

/** Starts the emulator and waits until it answers. */
export async function startMoto(): Promise<Moto> {
  const port = await freePort();
  const child = spawn('moto_server', ['-H', '127.0.0.1', '-p', String(port)], {
    stdio: 'ignore',
    env: { ...process.env, MOTO_EC2_LOAD_DEFAULT_AMIS: 'false' },
  });
  // Also when the tests are interrupted nothing of ours stays behind.
  process.once('exit', () => child.kill('SIGTERM'));
  const url = `http://127.0.0.1:${port}`;
  await untilAnswering(url, child);
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

/** Empties the emulator. */
export async function resetMoto(url: string): Promise<void> {
  await fetch(`${url}/moto-api/reset`, { method: 'POST' });
}

async function untilAnswering(url: string, child: ChildProcess): Promise<void> {
  const patience = AbortSignal.timeout(60_000);
  while (child.exitCode === null && !patience.aborted) {
    const answered = await fetch(`${url}/moto-api/data.json`).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('moto_server did not start');
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
