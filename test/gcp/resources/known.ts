/** Who is who in the estate: the organization with its folders and projects, a vendor on record, strangers, and the day. */

/** Keys and conditions are made for this day. */
export const today = '2026-01-01T00:00:00.000Z';

export const organization = { id: '4242424242', domain: 'acme.example', customer: 'C04242424' } as const;
/** A second organization of ours with nothing in it: the neighbour of the first. */
export const sister = { id: '5151515151', domain: 'sister.example', customer: 'C05151515' } as const;

/** Tools lie in data, both others in the organization. */
export const folders = {
  web: { number: '111111', parent: `organizations/${organization.id}` },
  data: { number: '222222', parent: `organizations/${organization.id}` },
  tools: { number: '333333', parent: 'folders/222222' },
} as const;

export type FolderName = keyof typeof folders;

export const projects = {
  'acme-web': { number: '100000000001', folder: 'web' },
  'acme-shop': { number: '100000000002', folder: 'web' },
  'acme-data': { number: '100000000003', folder: 'data' },
  'acme-lake': { number: '100000000004', folder: 'data' },
  'acme-ops': { number: '100000000005', folder: 'tools' },
  'acme-lab': { number: '100000000006', folder: 'tools' },
} as const satisfies Readonly<Record<string, { readonly number: string; readonly folder: FolderName }>>;

export type ProjectId = keyof typeof projects;

/** On record as a third party. */
export const vendorProject = 'vendor-app';

export const kim = 'user:kim@acme.example';
export const lee = 'user:lee@acme.example';
export const release = 'group:release@acme.example';
export const deploy = 'serviceAccount:deploy@acme-web.iam.gserviceaccount.com';
export const vendor = 'serviceAccount:app@vendor-app.iam.gserviceaccount.com';
/** On nobody's record. */
export const stranger = 'serviceAccount:app@nobody-knows.iam.gserviceaccount.com';
export const mallory = 'user:mallory@gmail.com';
export const deleted = 'deleted:user:old@elsewhere.example?uid=123456789012345678901';

/** The service account that Compute Engine makes for a project. */
export function defaultAccount(project: ProjectId): string {
  return `${projects[project].number}-compute@developer.gserviceaccount.com`;
}

/** Google's own agent, by which it works in a project. */
export function agentOf(project: ProjectId): string {
  return `serviceAccount:${projects[project].number}@cloudservices.gserviceaccount.com`;
}
