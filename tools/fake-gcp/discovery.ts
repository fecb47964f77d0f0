/** The parts of a discovery document that the tables are made of: https://developers.google.com/discovery/v1/reference/apis */
import { z } from 'zod';

export type DiscoveryType = {
  readonly type?: string | undefined;
  readonly format?: string | undefined;
  readonly $ref?: string | undefined;
  readonly enum?: readonly string[] | undefined;
  readonly items?: DiscoveryType | undefined;
  readonly properties?: Readonly<Record<string, DiscoveryType>> | undefined;
  readonly additionalProperties?: DiscoveryType | undefined;
  readonly repeated?: boolean | undefined;
};

const type: z.ZodType<DiscoveryType> = z.looseObject({
  type: z.string().optional(),
  format: z.string().optional(),
  $ref: z.string().optional(),
  enum: z.array(z.string()).optional(),
  repeated: z.boolean().optional(),
  get items() {
    return type.optional();
  },
  get properties() {
    return z.record(z.string(), type).optional();
  },
  get additionalProperties() {
    return type.optional();
  },
});

const parameter = z.intersection(
  type,
  z.looseObject({
    location: z.enum(['path', 'query']),
    required: z.boolean().optional(),
    pattern: z.string().optional(),
  }),
);

const reference = z.looseObject({ $ref: z.string() });

const method = z.looseObject({
  id: z.string(),
  httpMethod: z.string(),
  path: z.string(),
  parameters: z.record(z.string(), parameter).default({}),
  request: reference.optional(),
  response: reference.optional(),
});

export type DiscoveryMethod = z.output<typeof method>;

type Resource = {
  readonly methods: Readonly<Record<string, DiscoveryMethod>>;
  readonly resources: Readonly<Record<string, Resource>>;
};

const resource: z.ZodType<Resource> = z.looseObject({
  methods: z.record(z.string(), method).default({}),
  get resources() {
    return z.record(z.string(), resource).default({});
  },
});

export const discoveryDocument = z.looseObject({
  name: z.string(),
  version: z.string(),
  revision: z.string(),
  rootUrl: z.string(),
  servicePath: z.string(),
  parameters: z.record(z.string(), parameter).default({}),
  methods: z.record(z.string(), method).default({}),
  resources: z.record(z.string(), resource).default({}),
  schemas: z.record(z.string(), type),
});

export type DiscoveryDocument = z.output<typeof discoveryDocument>;

/** Every method of a document, those of resources within resources too. */
export function methodsOf(
  document: Pick<DiscoveryDocument, 'methods' | 'resources'>,
): readonly DiscoveryMethod[] {
  return [...Object.values(document.methods), ...Object.values(document.resources).flatMap(methodsOf)];
}
