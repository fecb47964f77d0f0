/** The configuration as it may be printed: without secrets. */
import type { JsonObject } from '@security-monkey/sdk';
import type { Config } from './config.ts';
import { configKeys } from './keys.ts';

/** Every key with its value; of a secret, only what is no secret. */
export function showConfig(config: Config): JsonObject {
  const shown = configKeys.flatMap(({ key, meta }) => {
    const value = config[key];
    if (value === undefined) return [];
    return [[key, meta.secret === undefined ? value : withoutSecret(String(value))] as const];
  });
  return {
    dataDirectory: config.dataDirectory,
    ...(config.isDemo === true && { isDemo: true }),
    ...Object.fromEntries(shown),
  };
}

/** A database's address without password and parameters, which may carry one too. */
function withoutSecret(text: string): string {
  if (!URL.canParse(text)) return '(hidden)';
  const { protocol, username, host, pathname } = new URL(text);
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`;
}
