/** The terminal, or whatever stands in its place: results to standard output, progress and errors to standard error. */
import type { WriteStream } from 'node:tty';
import type { Notice, Sink } from './output.ts';

type Stream = Pick<NodeJS.WriteStream, 'write'> & Partial<Pick<WriteStream, 'isTTY' | 'columns'>>;

export type Terminal = Sink & {
  /** Columns of the screen that shows the results; undefined when they go elsewhere. */
  readonly width: number | undefined;
  /** Takes the progress line away. */
  readonly end: () => void;
};

/**
 * On a terminal the progress is one line that is drawn anew; elsewhere only lasting notices are written.
 * `quiet` keeps the progress away, as for machines.
 */
export function createTerminal({
  out,
  error,
  quiet,
}: {
  readonly out: Stream;
  readonly error: Stream;
  readonly quiet: boolean;
}): Terminal {
  const state = { drawn: false };
  const clear = (): void => {
    if (state.drawn) error.write('\r\u001b[2K');
    state.drawn = false;
  };
  const draw = (text: string): void => {
    clear();
    error.write(text.slice(0, Math.max((error.columns ?? 80) - 1, 1)));
    state.drawn = true;
  };
  const notice = ({ text, lasting }: Notice): void => {
    if (lasting) {
      clear();
      if (!quiet) error.write(`${text}\n`);
    } else if (error.isTTY === true && !quiet) draw(text);
  };
  return {
    width: out.isTTY === true ? out.columns : undefined,
    line: (text) => {
      clear();
      return new Promise((resolve) => out.write(`${text}\n`, () => resolve()));
    },
    notice,
    error: (text) => {
      clear();
      error.write(`${text}\n`);
    },
    end: clear,
  };
}
