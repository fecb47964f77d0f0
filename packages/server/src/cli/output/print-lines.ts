/** Several lines of text. */
import type { Output } from './output.ts';

/** Prints them one by one; those that are undefined are left out. */
export async function printLines(output: Output, lines: Iterable<string | undefined>): Promise<void> {
  for (const line of lines) if (line !== undefined) await output.text(line);
}
