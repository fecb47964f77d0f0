/** The digest key: what is a secret is stored as a digest under this key, which lives in the data directory and never in the database. */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError } from '../errors/coded-error.ts';

export const digestKeyFileName = 'digest.key';

export type StoredDigestKey = {
  /** First hex digits of the key's hash: tells keys apart and gives nothing away. */
  readonly id: string;
  /** `redacted:<id>:<hex>` */
  readonly digest: (text: string) => string;
};

const bytes = 32;

/** The key of the data directory, or undefined when there is none yet. */
export function readDigestKey(dataDirectory: string): StoredDigestKey | undefined {
  const path = join(dataDirectory, digestKeyFileName);
  const text = readIfPresent(path);
  if (text === undefined) return undefined;
  const hex = text.trim();
  if (!/^[0-9a-f]{64}$/.test(hex))
    throw new CodedError('digest_key_invalid', { path, problem: `it must hold ${bytes * 2} hex digits` });
  return keyOf(Buffer.from(hex, 'hex'));
}

/** Makes a new key; should another process have made one meanwhile, that one is taken. */
export function createDigestKey(dataDirectory: string): StoredDigestKey {
  const path = join(dataDirectory, digestKeyFileName);
  try {
    writeFileSync(path, `${randomBytes(bytes).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    chmodSync(path, 0o600);
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  }
  const key = readDigestKey(dataDirectory);
  if (key === undefined) throw new CodedError('digest_key_missing', { path });
  return key;
}

function keyOf(secret: Buffer): StoredDigestKey {
  const id = createHash('sha256').update(secret).digest('hex').slice(0, 8);
  return {
    id,
    digest: (text) =>
      `redacted:${id}:${createHmac('sha256', secret).update(text).digest('hex').slice(0, 32)}`,
  };
}

function readIfPresent(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw new CodedError('digest_key_invalid', { path, problem: 'it cannot be read' }, { cause: error });
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
