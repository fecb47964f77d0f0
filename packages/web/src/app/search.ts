/** The part of an address after the question mark: plain texts, so that people can read and write it. */

export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** What is undefined or empty is left out; a query keeps what an address allows as it is typed. */
export function stringifySearch(values: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(values).flatMap(([key, value]) =>
    typeof value === 'string' && value !== '' ? [`${encodeURIComponent(key)}=${readable(value)}`] : [],
  );
  return given.length === 0 ? '' : `?${given.join('&')}`;
}

function readable(value: string): string {
  return encodeURIComponent(value)
    .replaceAll('%20', '+')
    .replace(/%3A|%2F|%2C|%40|%3E|%3C|%3D/g, (escaped) =>
      escaped === '%3E' || escaped === '%3C' ? escaped : decodeURIComponent(escaped),
    );
}
