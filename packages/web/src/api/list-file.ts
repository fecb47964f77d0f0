/** Lists that the API gives as files. */
import type { paths } from '@security-monkey/client';

type ListOf<Path> = Path extends `/api/v1/${infer List}/export`
  ? List extends `${string}{${string}`
    ? never
    : List
  : never;

export type ListFile = {
  readonly list: ListOf<keyof paths>;
  /** The parameters by which the list is narrowed; those that are undefined do not narrow it. */
  readonly asked?: Readonly<Record<string, string | undefined>>;
};

/** "/api/v1/issues/export?query=…&format=csv" */
export function addressOfFile({ list, asked = {} }: ListFile, format: string): string {
  const parameters = new URLSearchParams({ format });
  for (const [name, value] of Object.entries(asked)) if (value !== undefined) parameters.set(name, value);
  return `/api/v1/${list}/export?${parameters.toString()}`;
}
