/** Fields that Google has added since the revisions of the tables, each seen in the npm package named. The tables themselves stay as generated. */
import type { FieldType } from './table.ts';

type Overlay = {
  /** Name and version of the API, such as `storage.v1`. */
  readonly api: string;
  /** Where the types were read. */
  readonly source: string;
  /** Schema to the fields that it has besides. */
  readonly fields: Readonly<Record<string, Readonly<Record<string, FieldType>>>>;
};

export const overlays: readonly Overlay[] = [];
