/** Reads the id or number of a Google Cloud project as people write it. */

const idForm = 'a project id has 6 to 30 small letters, digits and dashes and begins with a letter';

/** `projects/` before it is tolerated. Ids of old domains (`example.com:web`) count too. https://cloud.google.com/resource-manager/docs/creating-managing-projects */
export function parseProject(text: string): { readonly value: string } | { readonly problem: string } {
  const name = text.trim().replace(/^projects\//, '');
  const [, id = ''] = /^(?:[a-z0-9.-]+\.[a-z]{2,}:)?(.+)$/.exec(name) ?? [];
  if (/^\d{6,19}$/.test(name)) return { value: name };
  if (/^[a-z][a-z0-9-]{4,28}[a-z0-9]$/.test(id)) return { value: name };
  if (/^[a-z][a-z0-9-]*$/.test(id))
    return { problem: `${capital(idForm)}; this one does not end so or has ${id.length}.` };
  return {
    problem: `Give the id or the number of the project, not its name: ${idForm}, a number has digits only.`,
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
