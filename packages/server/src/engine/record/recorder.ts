/** What shapes the record of one scope's items: the watcher, the place, the digest key and the versions of everything of ours. */
import { canonicalizerVersion, type Place, redactorVersion, type Watcher } from '@security-monkey/sdk';
import type { DigestKey } from '../runtime.ts';

export type Recorder = {
  readonly watcher: Watcher;
  readonly place: Place;
  readonly digestKey: DigestKey;
  /** Differs whenever the same resource would be recorded differently by us. */
  readonly version: string;
  /** Patterns of the lists whose order means nothing. */
  readonly unordered: readonly string[];
};

export function createRecorder(watcher: Watcher, place: Place, digestKey: DigestKey): Recorder {
  return {
    watcher,
    place,
    digestKey,
    version: `w${watcher.version}.c${canonicalizerVersion}.r${redactorVersion}.${digestKey.id}`,
    unordered: watcher.unordered.map(({ path }) => path),
  };
}

const keptMark = '+kept';

/** The recorder of a config that holds parts from an earlier recorder, because they could not be read again since. */
export function withKeptParts(version: string): string {
  return `${version}${keptMark}`;
}

/** Whether a config was recorded by another version of its watcher: it may lack parts that checks take for "not configured". */
export function isFromOtherWatcher(recorder: string, watcher: Pick<Watcher, 'version'>): boolean {
  const [, version] = /^w(\d+)\./.exec(recorder) ?? [];
  return version !== undefined && Number(version) !== watcher.version;
}
