/** Switches in the metadata of instances and projects: https://cloud.google.com/compute/docs/metadata/predefined-metadata-keys */

type Metadata = {
  readonly items?: readonly { readonly key: string; readonly value?: string | undefined }[] | undefined;
};

export type MetadataSwitch = {
  readonly isOn: boolean;
  readonly value: string;
  /** Its place in the list of items. */
  readonly at: number;
};

/** Undefined where the metadata do not have it. https://cloud.google.com/compute/docs/metadata/setting-custom-metadata#boolean */
export function metadataSwitch(metadata: Metadata | undefined, key: string): MetadataSwitch | undefined {
  const items = metadata?.items ?? [];
  const at = items.findIndex((item) => item.key === key);
  if (at === -1) return undefined;
  const value = items[at]?.value ?? '';
  return { at, value, isOn: /^(?:true|yes|y|1)$/i.test(value) };
}
