/** The fingerprint of everything that a check's answer on an item depends on, and what a difference of two of them means. */
import { canonicalText, hashText, type JsonValue } from '@security-monkey/sdk';
import type { Cause } from './cause.ts';

/** Each the digest of one kind of input, by {@link digestPart}; kept apart so that a change can be told its cause. */
export type FingerprintParts = {
  /** The config, its unreadable parts and what else the check sees of the item. */
  readonly config: string;
  /** The relations that the check needs, with their completeness. */
  readonly related: string;
  /** The check's options, and the score that takes the place of its own. */
  readonly options: string;
  /** The versions of the check and of its watcher. */
  readonly check: string;
  /** What of our accounts and organisations the item names. */
  readonly world: string;
  readonly facts: string;
  /** What of the allow-list the item names. */
  readonly networks: string;
  /** What of the known accounts of providers the item names. */
  readonly 'known-accounts': string;
};

const order = [
  'config',
  'related',
  'options',
  'check',
  'world',
  'facts',
  'networks',
  'known-accounts',
] as const satisfies readonly (Cause & keyof FingerprintParts)[];

/** What is kept of a check's last run on an item. */
export type LastRun = {
  readonly fingerprint: string;
  /** Milliseconds since the epoch: when to look again although no input changed. */
  readonly due?: number;
};

const switchedOff = 'off';
const ignored = 'ignored';

/** Stands for a check that is switched off. */
export const offRun: LastRun = { fingerprint: switchedOff };

/** Stands for every check on an item that is ignored. */
export const ignoredRun: LastRun = { fingerprint: ignored };

const frozenMark = '~';

/** What is kept of a run while its item is frozen: after the thaw the check runs, and its cause is what has changed meanwhile. */
export function frozenRun({ fingerprint: text }: LastRun): LastRun {
  return { fingerprint: text.startsWith(frozenMark) ? text : `${frozenMark}${text}` };
}

/** 48 bits: a change that happens to digest alike would go unseen, and does so once in 2.8e14 changes. */
export function digestPart(value: JsonValue): string {
  return hashText(canonicalText(value)).slice(0, 12);
}

export function fingerprint(parts: FingerprintParts): string {
  return order.map((name) => parts[name]).join('.');
}

/** One text a check: there is one for every check and item. */
export function formatRun({ fingerprint: text, due }: LastRun): string {
  return due === undefined ? text : `${text}@${due}`;
}

export function parseRun(text: string): LastRun {
  const [print = '', due] = text.split('@');
  return due === undefined ? { fingerprint: print } : { fingerprint: print, due: Number(due) };
}

/**
 * Why a check has to run again, or undefined when its inputs are as they were and its time has not come.
 * A check that has never run on an item which was audited before is new: cause `check`.
 */
export function causeOf(last: LastRun | undefined, current: string, now: number): Cause | undefined {
  if (last === undefined) return 'check';
  if (last.fingerprint.startsWith(frozenMark)) {
    const before = { fingerprint: last.fingerprint.slice(frozenMark.length) };
    return causeOf(before, current, now) ?? 'thawed';
  }
  if (last.fingerprint === switchedOff) return 'options';
  if (last.fingerprint === ignored) return 'ignored';
  if (last.fingerprint === current) return last.due !== undefined && last.due <= now ? 'due' : undefined;
  const before = last.fingerprint.split('.');
  const after = current.split('.');
  return order.find((_, index) => before[index] !== after[index]) ?? 'check';
}
