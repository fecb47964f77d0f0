/** What a scan costs beside a bare loop that asks the same. */

export const speedTitle = '## Speed';

export type Speed = {
  /** Milliseconds. */
  readonly scanned: number;
  readonly bare: number;
  /** All calls of the scan, and those of them that the emulator answers. */
  readonly calls: number;
  readonly asked: number;
  readonly atOnce: number;
};

/** The part of the page that is another one with every run. */
export function speedSection({ scanned, bare, calls, asked, atOnce }: Speed): string {
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;
  return `${speedTitle}

The first scan of the estate makes ${calls} calls, at most ${atOnce} at once. On the machine of the last writing it took ${seconds(scanned)} on the embedded database, with the start of the process, all checks and the two proxies between it and the emulator. The same ${asked} requests that reached the emulator (the others are answered in its place) took ${seconds(bare)} in a bare loop, as many at once: ${(scanned / bare).toFixed(2)} ×.
`;
}
