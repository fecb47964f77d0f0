/** Prints a query so that parsing the print gives the same query again. */
import { keywords } from './lex.ts';
import type { Pattern, Query, Term, Time, Value } from './query.ts';

const plainWord = /^[\p{L}\p{N}_./@][\p{L}\p{N}_./@-]*$/u;
const plainValue = /^[\p{L}\p{N}_./@:+-]+$/u;

export function printQuery(query: Query): string {
  return print(query, 'or');
}

/** `within` is the loosest operator that needs no parentheses at this place. */
function print(query: Query, within: 'or' | 'and' | 'not'): string {
  switch (query.kind) {
    case 'all':
      return '';
    case 'term':
      return printTerm(query);
    case 'not':
      return `-${print(query.part, 'not')}`;
    case 'and':
      return group(query.parts.map((part) => print(part, 'not')).join(' '), within === 'not');
    case 'or':
      return group(query.parts.map((part) => print(part, 'and')).join(' OR '), within !== 'or');
  }
}

function group(text: string, needed: boolean): string {
  return needed ? `(${text})` : text;
}

function printTerm({ key, comparison, value }: Term): string {
  const text = printValue(value);
  return key === '' ? printWord(text, value) : `${key}${comparison}${text}`;
}

function printWord(text: string, value: Value): string {
  if (value.type !== 'text') return text;
  const [only = ''] = value.pattern;
  if (value.pattern.length === 1 && keywords.has(only)) return quote(only);
  return printPattern(value.pattern, plainWord);
}

function printValue(value: Value): string {
  switch (value.type) {
    case 'text':
      return printPattern(value.pattern, plainValue);
    case 'tag':
      return `${printPattern(value.name, plainValue)}${value.value === null ? '' : `=${printPattern(value.value, plainValue)}`}`;
    case 'number':
      return String(value.number);
    case 'time':
      return printTime(value.time);
    case 'choice':
      return value.choice;
    case 'network':
      return value.network;
    case 'id':
      return value.id;
  }
}

function printTime(time: Time): string {
  switch (time.kind) {
    case 'day':
      return time.day;
    case 'instant':
      return time.instant;
    case 'age':
      return `${time.amount}${time.unit}`;
  }
}

function printPattern(pattern: Pattern, plain: RegExp): string {
  return pattern.map((part) => (part === '' || plain.test(part) ? part : quote(part))).join('*') || '""';
}

function quote(text: string): string {
  return `"${text.replaceAll(/["\\]/g, (character) => `\\${character}`)}"`;
}
