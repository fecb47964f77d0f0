/** The Google Cloud console: its origin, and the addresses of its pages. */

export function consoleOrigin(): string {
  return 'https://console.cloud.google.com';
}

/** A page about something of a project, such as `/storage/browser/acme-logs?project=acme-web`. */
export function projectPage(
  page: string,
  { project, name }: { readonly project: string; readonly name: string },
): string {
  return `${page}/${encodeURIComponent(name)}?project=${encodeURIComponent(project)}`;
}
