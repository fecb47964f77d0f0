/** Keeps the assets of a whole organization apart by project, compressed: nobody needs more than one project's at a time. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';

export type Packed<Value> = {
  readonly add: (project: string, value: Value) => void;
  /** What was added for the project, in order, piece by piece. */
  readonly read: (project: string) => Iterable<readonly Value[]>;
};

/** Characters of JSON that are compressed together. */
const pieceSize = 64 * 1024;

type Pieces = { readonly closed: Buffer[]; open: string[]; size: number };

export function createPacked<Value extends object>(): Packed<Value> {
  const projects = new Map<string, Pieces>();
  return {
    add: (project, value) => {
      const pieces = projects.get(project) ?? { closed: [], open: [], size: 0 };
      projects.set(project, pieces);
      const text = JSON.stringify(value);
      pieces.open.push(text);
      pieces.size += text.length;
      if (pieces.size < pieceSize) return;
      pieces.closed.push(deflateRawSync(`[${pieces.open.join(',')}]`));
      pieces.open = [];
      pieces.size = 0;
    },
    read: function* (project) {
      const pieces = projects.get(project);
      if (pieces === undefined) return;
      for (const piece of pieces.closed) yield JSON.parse(inflateRawSync(piece).toString());
      if (pieces.open.length > 0) yield JSON.parse(`[${pieces.open.join(',')}]`);
    },
  };
}
