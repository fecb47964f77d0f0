/** The keys that items and issues have in common: those of the item that is meant. */
import type { QueryKey } from './vocabulary.ts';

export const accountKey: QueryKey = {
  key: 'account',
  type: 'text',
  description: "The account's name or identifier.",
  example: 'account:prod',
};

export const technologyKey: QueryKey = {
  key: 'technology',
  type: 'text',
  description: 'The kind of resource, by its id.',
  example: 'technology:aws.s3-bucket',
  aliases: ['tech'],
};

export const regionKey: QueryKey = {
  key: 'region',
  type: 'text',
  description: 'The region that the item lies in.',
  example: 'region:us-east-1',
};

export const nameKey: QueryKey = {
  key: 'name',
  type: 'text',
  description: "The item's whole name; with stars, a part of it.",
  example: 'name:logs*',
};

export const lineageKey: QueryKey = {
  key: 'lineage',
  type: 'text',
  description: 'The ARN or full resource name, as the provider writes it.',
  example: 'arn:aws:s3:::logs',
  valueAlias: 'arn',
};

export const tagKey: QueryKey = {
  key: 'tag',
  type: 'tag',
  description: 'A tag or label of the item.',
  example: 'tag:team=payments',
  aliases: ['label'],
};

export const networkKey: QueryKey = {
  key: 'cidr',
  type: 'network',
  description: 'An address or network in the configuration that overlaps this one.',
  example: 'cidr:10.0.0.0/8',
  aliases: ['ip'],
};

export const actorKey: QueryKey = {
  key: 'actor',
  type: 'text',
  description: 'Whoever made one of the recorded changes, by name or id, where that is known.',
  example: 'actor:alice',
};
