/** The configured alerters: where events are sent, and which kinds of them. */
import type { JsonObject } from '@security-monkey/sdk';
import type { Database } from '../../store/database/database.ts';
import { settingByKey } from '../../store/settings.ts';
import { systemViewer } from '../../store/viewer.ts';
import { settingSchemas } from './schema.ts';

export type ConfiguredAlerter = {
  /** The name under which it is configured; one alerter may be configured several times. */
  readonly name: string;
  /** The id of the alerter that sends. */
  readonly alerter: string;
  /** Absent: every kind. */
  readonly on: ReadonlySet<string> | undefined;
  readonly options: JsonObject;
};

/** What the setting `alerters` says, read in the caller's transaction so that no event misses a new alerter. */
export async function configuredAlerters(tx: Database): Promise<readonly ConfiguredAlerter[]> {
  const row = await settingByKey(tx, systemViewer, 'alerters');
  const alerters = settingSchemas.alerters.parse(row?.value);
  return alerters.map(({ name, alerter, on, options }) => ({
    name,
    alerter,
    on: on && new Set<string>(on),
    options,
  }));
}
