/** Every described part of a JSON schema, with the way to it. */
import { objectOf } from '../../words/json.ts';

export type Part = { readonly path: string; readonly description: string };

const deepest = 6;

export function partsOf(schema: unknown, path = '', depth = 0): readonly Part[] {
  if (depth > deepest) return [];
  const { properties, items, additionalProperties } = objectOf(schema);
  const children = [
    ...Object.entries(objectOf(properties)).map(
      ([name, inner]) => [path === '' ? name : `${path}.${name}`, inner] as const,
    ),
    ...(items === undefined ? [] : [[`${path}[]`, items] as const]),
    ...(typeof additionalProperties === 'object'
      ? [[path === '' ? '*' : `${path}.*`, additionalProperties] as const]
      : []),
  ];
  return children.flatMap(([at, inner]) => {
    const { description } = objectOf(inner);
    return [
      ...(typeof description === 'string' ? [{ path: at, description }] : []),
      ...partsOf(inner, at, depth + 1),
    ];
  });
}
