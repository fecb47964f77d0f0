/** What a run remembers of a scope while its pages go by. */
import type { Deed, DeedQuestion } from '@security-monkey/sdk';
import type { Run } from '../../store/coverage.ts';
import type { Row } from '../../store/schema.ts';
import type { Settings } from '../settings/schema.ts';
import type { Recorder } from './recorder.ts';
import type { SeenSet } from './seen-set.ts';

export type ScopeRecord = {
  readonly account: Row<'account'>;
  /** The scope and the epoch in which this run holds it. */
  readonly run: Run;
  readonly recorder: Recorder;
  /** Ids of this scope's items that the listing has shown. */
  readonly seen: SeenSet;
  /** Ids of items of which a describe said that they do not exist. */
  readonly gone: SeenSet;
  /** Ids of the failure rows that still hold. */
  readonly failing: SeenSet;
  /** The ignore list: of what it covers no change is told. */
  readonly ignore: Settings['ignore'];
  /** Whether the scope had failures of items when the run began. */
  readonly hadFailures: boolean;
  /** Asks who changed items; absent where nobody can be asked. */
  readonly lastDeeds?: AskDeeds;
};

export type Changed = { readonly item: DeedQuestion['item']; readonly seenAt: Date };

/** Of each item the last thing that was done to it since the scope was last looked at, as far as the provider's log tells. Never rejects. */
export type AskDeeds = (changed: readonly Changed[]) => Promise<readonly (Deed | undefined)[]>;
