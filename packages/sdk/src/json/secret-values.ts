/** What a value says about itself: a switch, a reference to where a secret is kept, or something random. */

const switchWord =
  /^(?:true|false|yes|no|on|off|enabled?|disabled?|required|optional|none|null|undefined|default|active|inactive|allow|deny|0|1)$/i;

const reference =
  /^(?:arn:[\w-]+:[\w-]+:|\$\{[^}]*\}?$|\$[A-Z_][A-Z0-9_]*$|\$\(|\{\{|alias\/|projects\/[^/]+\/|%[A-Z_]+%$|ssm:\/|vault:|(?:ssh-[a-z0-9]+|ecdsa-[\w-]+) AAAA)/;

/** Whether a text is a word by which a setting is switched: no secret under any name. */
export function isSwitch(text: string): boolean {
  return text.length <= 9 && switchWord.test(text);
}

/** Whether a text says where a secret is kept instead of holding it, or is the public half of a key. */
export function isReference(text: string): boolean {
  return reference.test(text);
}

/** Whether a text is long and varied enough to be key material rather than a name. */
export function looksRandom(text: string): boolean {
  if (text.length < 16 || text.length > 512 || /[\s.:]/.test(text)) return false;
  return (
    /\d/.test(text) &&
    /[A-Za-z]/.test(text) &&
    new Set(text).size >= 8 &&
    !/(?:^|[-_/])[a-z]+[-_/]/i.test(text)
  );
}

/** Whether the whole text stands in place of a secret already. */
export function isRedacted(text: string): boolean {
  return text.startsWith('redacted:') && /^redacted:[^:\s]+:[0-9a-f]+$/.test(text);
}
