/** A compliance framework as data: its controls, and by which checks each is judged. */

type Judged = { readonly checks: readonly string[] };
type NotJudged = {
  /** Why no check judges it yet. */
  readonly open: string;
};

export type Control = {
  readonly id: string;
  /** In our own words. */
  readonly title: string;
  readonly level: 1 | 2;
  /** How the framework itself says that it is to be assessed. */
  readonly assessment: 'automated' | 'manual';
} & (Judged | NotJudged);

export type Framework = {
  /** As checks name it, with the version: another version is another framework. */
  readonly id: string;
  readonly title: string;
  /** Where the list of controls is taken from. */
  readonly source: string;
  readonly controls: readonly Control[];
};

/** Empty for a control that nothing judges. */
export function checksOf(control: Control): readonly string[] {
  return 'checks' in control ? control.checks : [];
}
