/** The bands of scores as people read them; a test compares them with the server's. */

/** From the worst to the mildest, with the lowest score of each. */
const bands = [
  { severity: 'critical', from: 9 },
  { severity: 'high', from: 6 },
  { severity: 'medium', from: 3 },
  { severity: 'low', from: 1 },
  { severity: 'informational', from: 0 },
] as const;

export type Severity = (typeof bands)[number]['severity'];

export const severities: readonly Severity[] = bands.map(({ severity }) => severity);

/** The band of an issue's score, 0 to 10. */
export function severityOf(score: number): Severity {
  return bands.find(({ from }) => score >= from)?.severity ?? 'informational';
}

/** The lowest score of a band. */
export function lowestScore(severity: Severity): number {
  return bands.find((band) => band.severity === severity)?.from ?? 0;
}

const words: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  informational: 'Informational',
};

export function severityWord(severity: Severity): string {
  return words[severity];
}
