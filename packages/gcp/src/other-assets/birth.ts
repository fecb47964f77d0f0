/** Which of several resources that had one name it is, as far as its body says. */
import { getAt, type JsonObject } from '@security-monkey/sdk';

/**
 * Where bodies tell when a resource was made, or its id, as JSON pointers; the first that is there counts. Times come first: nearly
 * all have one, and an id that Google adds to an API later on must not make everything new.
 */
const births: readonly string[] = [
  // Most APIs: https://google.aip.dev/148
  '/createTime',
  // Compute Engine.
  '/creationTimestamp',
  // Cloud Storage.
  '/timeCreated',
  // BigQuery (milliseconds), Cloud DNS.
  '/creationTime',
  // Whatever has the form of Kubernetes, such as services of Cloud Run.
  '/metadata/creationTimestamp',
  '/metadata/uid',
  '/uid',
  // IAM.
  '/uniqueId',
  '/id',
];

/** Undefined where the body tells nothing of the kind: then what is made anew under the same name is the same. */
export function birthOf(resource: JsonObject): string | undefined {
  return births.map((pointer) => textOf(getAt(resource, pointer))).find((text) => text !== undefined);
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
