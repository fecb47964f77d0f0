/** Reads the number of a Google Cloud organization as people write it. */

/** `organizations/` before it is tolerated; the domain is no id. https://cloud.google.com/resource-manager/docs/creating-managing-organization#retrieving_your_organization_id */
export function parseOrganization(text: string): { readonly value: string } | { readonly problem: string } {
  const id = text.trim().replace(/^organizations\//, '');
  if (/^\d{6,19}$/.test(id)) return { value: id };
  return {
    problem: 'An organization id has digits only; `gcloud organizations list` prints it beside the domain.',
  };
}
