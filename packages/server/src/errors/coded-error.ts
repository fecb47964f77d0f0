/** An error of the table, thrown where it is noticed and rendered at the edge. */
import { type ErrorCode, type ErrorEntry, errorTable } from './error-table.ts';

export type ErrorValues = Readonly<Record<string, string>>;

export class CodedError extends Error {
  override readonly name = 'CodedError';
  readonly code: ErrorCode;
  readonly values: ErrorValues;

  constructor(code: ErrorCode, values: ErrorValues = {}, options?: ErrorOptions) {
    super(renderError(code, values), options);
    this.code = code;
    this.values = values;
  }

  get entry(): ErrorEntry {
    return errorTable[this.code];
  }
}

/** What is wrong and what to do about it, in one line. */
export function renderError(code: ErrorCode, values: ErrorValues): string {
  const { sentence, remedy } = errorTable[code];
  const text = `${sentence} ${remedy}`.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
  return text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/([.!?])\.(?=\s|$)/g, '$1')
    .trim();
}
