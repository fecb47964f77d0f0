/** Times as people type them. */
import { CodedError } from '../errors/coded-error.ts';

const spans = { h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;

export type TimeQuestion = {
  /** The option, for the error. */
  readonly option: string;
  readonly now: Date;
  /** Which way a bare span such as `30d` goes. */
  readonly direction: 'past' | 'future';
};

/** An ISO date or time (UTC unless it says otherwise) or a span from now; throws a usage error for anything else. */
export function parseTime(text: string, { option, now, direction }: TimeQuestion): Date {
  const span = /^(\d{1,5})([hdw])$/.exec(text);
  if (span !== null) {
    const size = Number(span[1]) * spans[span[2] as keyof typeof spans];
    return new Date(now.getTime() + (direction === 'future' ? size : -size));
  }
  if (!/^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/.test(text))
    throw new CodedError('time_invalid', { text, option });
  const hasZone = text.length === 10 || /(Z|[+-]\d{2}:?\d{2})$/.test(text);
  const time = new Date(hasZone ? text : `${text}Z`);
  if (Number.isNaN(time.getTime())) throw new CodedError('time_invalid', { text, option });
  return time;
}
