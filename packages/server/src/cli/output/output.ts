/** Where a command's results go: lines for people or one JSON object a line for machines. */
import type { JsonObject } from '@security-monkey/sdk';
import { printable } from './printable.ts';
import { renderTable, type TableColumn } from './table.ts';

/** What is told while a command works; shown on a terminal, or as lines elsewhere. */
export type Notice = { readonly text: string; readonly lasting: boolean };

export type Sink = {
  /** Resolves when the line has been taken, so that a slow reader slows the writer down. */
  readonly line: (text: string) => Promise<void>;
  readonly notice: (notice: Notice) => void;
  /** One line about something that went wrong, to standard error. */
  readonly error: (text: string) => void;
};

export type Output = {
  readonly json: boolean;
  /** One line of text for a person; dropped under --json. */
  readonly text: (line: string) => Promise<void>;
  /** One object for a machine; dropped without --json. */
  readonly object: (object: JsonObject) => Promise<void>;
  /** Rows: a table for a person, an object a line for a machine. */
  readonly rows: <Row>(
    rows: Iterable<Row> | AsyncIterable<Row>,
    shape: { readonly columns: readonly TableColumn<Row>[]; readonly object: (row: Row) => JsonObject },
  ) => Promise<number>;
  /** One line about something that went wrong while the rest went on. Goes to standard error, also under --json. */
  readonly problem: (line: string) => void;
  /** Progress: `lasting` stays on the screen. Goes to standard error. */
  readonly notice: Sink['notice'];
};

/** An output over a sink; `width` is the terminal's, absent when there is none. */
export function createOutput(
  sink: Sink,
  { json, width }: { readonly json: boolean; readonly width: number | undefined },
): Output {
  const object = async (value: JsonObject) => {
    if (json) await sink.line(JSON.stringify(value));
  };
  const text = async (line: string) => {
    if (!json) await sink.line(printable(line));
  };
  return {
    json,
    text,
    object,
    problem: (line) => sink.error(printable(line)),
    notice: (notice) => sink.notice({ ...notice, text: printable(notice.text) }),
    rows: async (rows, shape) => {
      let count = 0;
      const kept = [];
      for await (const row of rows) {
        count += 1;
        if (json) await object(shape.object(row));
        else kept.push(row);
      }
      for (const line of renderTable(kept, shape.columns, width)) await text(line);
      return count;
    },
  };
}
