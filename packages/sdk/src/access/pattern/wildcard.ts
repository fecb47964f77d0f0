/** Patterns of IAM: `*` stands for any text, also none, and `?` for one character. Everything here takes linear or quadratic time. */

/** Stand for a literal `*`, `?` or `$` that the policy wrote as `${*}`, `${?}` or `${$}`. */
const literals: Readonly<Record<string, string>> = { '*': '\uE000', '?': '\uE001', $: '\uE002' };

/** Whether the pattern holds a wildcard. */
export function hasWildcard(pattern: string): boolean {
  return pattern.includes('*') || pattern.includes('?');
}

/** Whether the text holds a policy variable, whose value only the request tells; escapes of single characters are none. */
export function hasVariable(text: string): boolean {
  return /\$\{(?![*?$]\})/.test(text);
}

/** The pattern with its escaped characters made literal. */
export function readEscapes(text: string): string {
  return text.includes('${')
    ? text.replace(/\$\{([*?$])\}/g, (_, mark: string) => literals[mark] ?? mark)
    : text;
}

/** The pattern with each variable standing for any text: all that it may ever match. */
export function widestPattern(text: string): string {
  return readEscapes(text).replace(/\$\{[^}]*\}/g, '*');
}

/** Whether the pattern matches the text. */
export function matchesPattern(pattern: string, text: string): boolean {
  let at = 0;
  let from = 0;
  let star = -1;
  let resume = 0;
  while (at < text.length) {
    if (pattern[from] === '*') {
      star = from;
      from += 1;
      resume = at;
    } else if (from < pattern.length && (pattern[from] === '?' || pattern[from] === text[at])) {
      at += 1;
      from += 1;
    } else if (star >= 0) {
      resume += 1;
      at = resume;
      from = star + 1;
    } else return false;
  }
  while (pattern[from] === '*') from += 1;
  return from === pattern.length;
}

/**
 * Whether everything that `inner` matches is matched by `outer`. Errs towards no: a `yes` is certain.
 * A wildcard of `inner` can only be taken up by one of `outer`, so matching the patterns' own texts decides.
 */
export function containsPattern(outer: string, inner: string): boolean {
  if (outer === '*' || outer === inner) return true;
  if (!hasWildcard(inner)) return matchesPattern(outer, inner);
  if (!beginsWith(inner, outer)) return false;
  return matchTokens(ordered(outer), ordered(inner));
}

/** Whether some text is matched by both. */
export function patternsOverlap(a: string, b: string): boolean {
  if (!hasWildcard(a)) return matchesPattern(b, a);
  if (!hasWildcard(b)) return matchesPattern(a, b);
  return mayBeginAlike(a, b) && overlapTable(a, b);
}

/** Whether the text has all that stands before the pattern's first wildcard: most patterns differ there. */
function beginsWith(text: string, pattern: string): boolean {
  for (let at = 0; at < pattern.length && !isWildcard(pattern[at]); at += 1)
    if (pattern[at] !== text[at]) return false;
  return true;
}

/** The same of two patterns, as far as neither has a wildcard. */
function mayBeginAlike(a: string, b: string): boolean {
  for (let at = 0; at < a.length && !isWildcard(a[at]) && !isWildcard(b[at]); at += 1)
    if (a[at] !== b[at]) return false;
  return true;
}

function isWildcard(character: string | undefined): boolean {
  return character === '*' || character === '?';
}

/** Runs of wildcards with the single ones first: `*?*` and `?*` mean the same. */
function ordered(pattern: string): string {
  return pattern.replace(/[*?]{2,}/g, (run) => run.replaceAll('*', '') + (run.includes('*') ? '*' : ''));
}

/** As `matchesPattern`, but a `*` of the text is taken by a `*` only, a `?` by any wildcard. */
function matchTokens(outer: string, inner: string): boolean {
  let row = Array.from({ length: inner.length + 1 }, (_, at) => at === 0);
  for (const token of outer) {
    const next: boolean[] = [token === '*' && row[0] === true];
    for (let at = 1; at <= inner.length; at += 1) {
      const one = inner[at - 1];
      next[at] =
        token === '*'
          ? row[at] === true || next[at - 1] === true
          : row[at - 1] === true && (token === one || (token === '?' && one !== '*'));
    }
    row = next;
  }
  return row[inner.length] === true;
}

function overlapTable(a: string, b: string): boolean {
  let row: boolean[] = [true];
  for (let at = 1; at <= b.length; at += 1) row[at] = b[at - 1] === '*' && row[at - 1] === true;
  for (const token of a) {
    const next: boolean[] = [token === '*' && row[0] === true];
    for (let at = 1; at <= b.length; at += 1) {
      const one = b[at - 1];
      next[at] =
        token === '*' || one === '*'
          ? row[at] === true || next[at - 1] === true
          : row[at - 1] === true && (token === one || token === '?' || one === '?');
    }
    row = next;
  }
  return row[b.length] === true;
}
