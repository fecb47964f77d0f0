/** Kills a writing process at seeded random moments, again and again, and tells what that did to the database. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { openDatabase } from '../database/database.ts';
import { type Found, readPairs } from './durable-writer.ts';

export type KillReport = {
  readonly rounds: number;
  /** Rounds in which the process died before it had opened the database. */
  readonly killedWhileOpening: number;
  readonly acknowledged: number;
  /** Pairs that were acknowledged and are not there. */
  readonly lost: readonly number[];
  /** Rows that are there without their other half, or differ from what was written. */
  readonly broken: number;
  readonly complaints: readonly string[];
};

type Plan = { readonly directory: string; readonly rounds: number; readonly seed: number };

/** One round in this many is killed at a moment counted from the start of the process instead of from the first read. */
const openingEvery = 5;
const longestOpening = 6_000;
const longestWriting = 700;

export async function killRounds({ directory, rounds, seed }: Plan): Promise<KillReport> {
  const random = seeded(seed);
  const acknowledged = new Set<number>();
  const complaints: string[] = [];
  let killedWhileOpening = 0;
  for (let round = 0; round < rounds; round += 1) {
    const whileOpening = round % openingEvery === 0;
    const delay = random() * (whileOpening ? longestOpening : longestWriting);
    const told = await runAndKill(directory, { whileOpening, delay });
    if (!told.opened) killedWhileOpening += 1;
    for (const number of told.wrote) acknowledged.add(number);
    complaints.push(...told.complaints);
  }
  const { pairs, broken } = await readAtLast(directory);
  const there = new Set(pairs);
  const lost = [...acknowledged].filter((number) => !there.has(number));
  return { rounds, killedWhileOpening, acknowledged: acknowledged.size, lost, broken, complaints };
}

async function readAtLast(directory: string): Promise<Found> {
  const opened = await openDatabase({ directory });
  try {
    return await readPairs(opened.db);
  } finally {
    await opened.close();
  }
}

type Told = {
  readonly opened: boolean;
  readonly wrote: readonly number[];
  readonly complaints: readonly string[];
};

async function runAndKill(
  directory: string,
  { whileOpening, delay }: { readonly whileOpening: boolean; readonly delay: number },
): Promise<Told> {
  const child = startWriter(directory);
  const wrote: number[] = [];
  const complaints: string[] = [];
  const opened = Promise.withResolvers<boolean>();
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => {
    const verb = line.slice(0, 5);
    const text = line.slice(6);
    if (verb === 'wrote') wrote.push(Number(text));
    else if (verb === 'found') opened.resolve(noteBroken(text, complaints));
    else complaints.push(line);
  });
  child.stderr.on('data', (data) => complaints.push(String(data)));
  const ended = once(child, 'close').then(() => opened.resolve(false));
  if (!whileOpening) await opened.promise;
  await pause(delay);
  child.kill('SIGKILL');
  await ended;
  return { opened: await opened.promise, wrote, complaints };
}

function noteBroken(text: string, complaints: string[]): boolean {
  const { broken } = JSON.parse(text) as Found;
  if (broken > 0) complaints.push(`${broken} rows were broken when the database was opened`);
  return true;
}

function startWriter(directory: string): ChildProcess & {
  readonly stdout: NonNullable<ChildProcess['stdout']>;
  readonly stderr: NonNullable<ChildProcess['stderr']>;
} {
  const script = join(import.meta.dirname, 'durable-writer.ts');
  return spawn(process.execPath, ['--conditions=@security-monkey/source', script, directory], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Mulberry32: the same moments for the same seed. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
