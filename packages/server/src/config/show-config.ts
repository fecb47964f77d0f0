/** The configuration as it may be printed: without secrets. */
import type { JsonObject, JsonValue } from '@security-monkey/sdk';
import type { Config } from './config.ts';
import type { KeyMeta } from './key-meta.ts';
import { configKeys } from './keys.ts';

/** Every key with its value; of a secret, only what is no secret. */
export function showConfig(config: Config): JsonObject {
  const shown = configKeys.flatMap(({ key, meta }) => {
    const value = config[key];
    if (value === undefined) return [];
    return [[key, shownValue(value, meta)] as const];
  });
  return {
    dataDirectory: config.dataDirectory,
    ...(config.isDemo === true && { isDemo: true }),
    ...Object.fromEntries(shown),
  };
}

function shownValue(value: JsonValue, { secret }: KeyMeta): JsonValue {
  if (secret === undefined) return value;
  return secret === 'address' && typeof value === 'string' ? withoutSecret(value) : '(hidden)';
}

/** A database's address without password and parameters, which may carry one too. */
function withoutSecret(text: string): string {
  if (!URL.canParse(text)) return '(hidden)';
  const { protocol, username, host, pathname } = new URL(text);
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`;
}
