/** Why no check judges a control yet. */

export const needsJudgement =
  'whether it is met is for people to judge; what they need to see is not gathered yet';

/** What the controls on monitoring are about. */
export const alerts = 'metrics of logs and alert policies';

export function notWatched(what: string): string {
  return `not decidable yet, as these are not watched: ${what}`;
}
