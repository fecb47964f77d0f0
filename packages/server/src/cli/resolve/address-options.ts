/** Where the pages are served: as typed, else as configured. */
import type { Config } from '../../config/config.ts';
import { CodedError } from '../../errors/coded-error.ts';

export const addressOptions = {
  host: { value: 'ADDRESS', description: 'the address to answer at (127.0.0.1 unless configured)' },
  port: { value: 'N', description: 'the port to answer at (8420 unless configured; 0 takes a free one)' },
} as const;

type Typed = { readonly host: string | undefined; readonly port: string | undefined };

export function addressOf(config: Pick<Config, 'host' | 'port'>, { host, port }: Typed) {
  return { host: host ?? config.host, port: port === undefined ? config.port : portOf(port) };
}

function portOf(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new CodedError('usage', {
    problem: `--port takes a number from 0 to 65535, not ${text}`,
    command: 'security-monkey start',
  });
}
