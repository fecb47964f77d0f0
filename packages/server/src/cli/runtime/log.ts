/** The log: one JSON object a line on standard error, without secrets. */

import { redactText } from '@security-monkey/sdk';
import { pino, stdTimeFunctions } from 'pino';
import type { DigestKey, Log } from '../../engine/runtime.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** Everything that is logged passes the redactor, keys and texts alike. */
export function createLog(level: LogLevel, digestKey: Pick<DigestKey, 'digest'>): Log {
  const logger = pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    {
      write: (line: string) => {
        process.stderr.write(redactText(line, { digest: digestKey.digest }));
      },
    },
  );
  return {
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  };
}
