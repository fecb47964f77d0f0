/** What was typed into a field of a form. */

/** The text of the field; a field that is not there, or that holds a file, has none. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
