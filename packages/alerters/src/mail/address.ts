/** E-mail addresses: one mailbox, without a display name. */

const longest = 254;
const local = /^[^\s@<>()[\]\\,;:"\p{C}]+$/u;
const label = /^[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?$/u;

/** The address with its domain in lower case, or what is wrong with it. */
export function parseAddress(text: string): { readonly value: string } | { readonly problem: string } {
  const trimmed = text.trim();
  const at = trimmed.lastIndexOf('@');
  const [name, domain] = [trimmed.slice(0, at), trimmed.slice(at + 1).toLowerCase()];
  const isWhole = at > 0 && local.test(name) && domain.split('.').every((part) => label.test(part));
  if (!isWhole) return { problem: 'an address is written name@example.com, without anything around it' };
  if (trimmed.length > longest) return { problem: `an address has ${longest} characters at most` };
  return { value: `${name}@${domain}` };
}

/** What comes after the at sign. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1);
}
