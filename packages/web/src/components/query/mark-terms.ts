/** The terms of a query as it is typed, for showing them in the text. The parser of the server alone decides what they mean. */

export type TextPart = {
  readonly text: string;
  readonly kind: 'key' | 'value' | 'word' | 'operator' | 'space';
};

const part =
  /(?<space>\s+)|(?<operator>[()]|-(?=\S)|\b(?:OR|AND|NOT)\b(?![:\w]))|(?<term>(?:"[^"]*"?|[^\s()"])+)/gu;
const keyed = /^(?<key>[a-z][a-z-]*(?::|>=?|<=?))(?<value>[\s\S]*)$/i;

/** Everything that was typed, in order; nothing is lost. */
export function markTerms(query: string): readonly TextPart[] {
  return [...query.matchAll(part)].flatMap(({ groups = {}, 0: text }): readonly TextPart[] => {
    if (groups['space'] !== undefined) return [{ text, kind: 'space' }];
    if (groups['operator'] !== undefined) return [{ text, kind: 'operator' }];
    const term = keyed.exec(text)?.groups;
    if (term === undefined) return [{ text, kind: 'word' }];
    return [
      { text: term['key'] ?? '', kind: 'key' },
      ...(term['value'] === '' ? [] : [{ text: term['value'] ?? '', kind: 'value' as const }]),
    ];
  });
}
