/** The value of a term, by the type of its key. */
import type { Piece } from './lex.ts';
import { networkOf } from './network.ts';
import { QueryStop } from './problem.ts';
import type { Pattern, Value } from './query.ts';
import { parseTime } from './time.ts';
import { type QueryKey, valueForms } from './vocabulary.ts';

type Place = { readonly at: number; readonly length: number };

const longestValue = 4_096;
const mostStars = 8;
const wholeNumber = /^\d{1,9}$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Throws a {@link QueryStop} that says what the key takes. */
export function parseValue(key: QueryKey, pieces: readonly Piece[], place: Place): Value {
  const text = pieces.map((piece) => piece.text).join('');
  if (text.length > longestValue)
    throw new QueryStop(`A value has at most ${longestValue} characters`, place);
  switch (key.type) {
    case 'text':
      return { type: 'text', pattern: nonEmpty(patternOf(pieces, place), key, place) };
    case 'tag':
      return parseTag(key, pieces, place);
    case 'number':
      return wholeNumber.test(text) ? { type: 'number', number: Number(text) } : refuse(key, place);
    case 'time': {
      const time = parseTime(text);
      return time === undefined ? refuse(key, place) : { type: 'time', time };
    }
    case 'choice':
      return parseChoice(key, text.toLowerCase(), place);
    case 'network': {
      const network = networkOf(text);
      return network === undefined ? refuse(key, place) : { type: 'network', network };
    }
    case 'id':
      return uuid.test(text.toLowerCase()) ? { type: 'id', id: text.toLowerCase() } : refuse(key, place);
  }
}

function refuse(key: QueryKey, place: Place): never {
  throw new QueryStop(`${key.key} takes ${valueForms[key.type]}; for example ${key.example}`, place);
}

function nonEmpty(pattern: Pattern, key: QueryKey, place: Place): Pattern {
  if (pattern.length === 1 && pattern[0] === '')
    throw new QueryStop(`The text of ${key.key} is empty`, place);
  return pattern;
}

/** Stars outside quotes are wildcards; neighbouring ones are one. */
function patternOf(pieces: readonly Piece[], place: Place): Pattern {
  const parts = [''];
  for (const piece of pieces) {
    const [head = '', ...tail] = piece.quoted ? [piece.text] : piece.text.split('*');
    parts.push(`${parts.pop() ?? ''}${head}`, ...tail);
  }
  if (parts.length > mostStars + 1) throw new QueryStop(`A text has at most ${mostStars} stars`, place);
  return parts.filter((part, index) => part !== '' || index === 0 || index === parts.length - 1);
}

function parseTag(key: QueryKey, pieces: readonly Piece[], place: Place): Value {
  const index = pieces.findIndex((piece) => !piece.quoted && piece.text.includes('='));
  const split = pieces[index];
  if (split === undefined) {
    return { type: 'tag', name: nonEmpty(patternOf(pieces, place), key, place), value: null };
  }
  const equals = split.text.indexOf('=');
  const name = [...pieces.slice(0, index), { ...split, text: split.text.slice(0, equals) }];
  const value = [{ ...split, text: split.text.slice(equals + 1) }, ...pieces.slice(index + 1)];
  return {
    type: 'tag',
    name: nonEmpty(patternOf(name, place), key, place),
    value: patternOf(value, place),
  };
}

function parseChoice(key: QueryKey, choice: string, place: Place): Value {
  const choices = Object.keys(key.choices ?? {});
  if (choices.includes(choice)) return { type: 'choice', choice };
  throw new QueryStop(`${key.key} takes one of ${choices.join(', ')}`, place);
}
