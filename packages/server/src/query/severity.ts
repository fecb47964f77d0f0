/** The bands of scores: the one place where a score gets its word. */

/** From the worst to the mildest, with the lowest score of each. */
export const severities = [
  { severity: 'critical', from: 9, to: 10 },
  { severity: 'high', from: 6, to: 8 },
  { severity: 'medium', from: 3, to: 5 },
  { severity: 'low', from: 1, to: 2 },
  { severity: 'informational', from: 0, to: 0 },
] as const;

export type Severity = (typeof severities)[number]['severity'];

/** The band of an issue's score, 0 to 10. */
export function severityOf(score: number): Severity {
  return severities.find(({ from }) => score >= from)?.severity ?? 'informational';
}

/** The bands as a query offers them. */
export const severityChoices: Readonly<Record<string, string>> = Object.fromEntries(
  severities.map(({ severity, from, to }) => [severity, `${from} to ${to}`]),
);
